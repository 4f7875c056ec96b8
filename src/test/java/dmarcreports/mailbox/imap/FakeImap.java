package dmarcreports.mailbox.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of one folder, on loopback and in clear text, that does as it is told: it lacks
 * extensions, lies, says good-bye, or says no.
 */
class FakeImap implements AutoCloseable {
  private static final Pattern BODY = Pattern.compile(".*BODY\\.PEEK\\[]<(\\d+)\\.(\\d+)>.*");

  /** The answer that is never sent. */
  static final String SILENCE = "-";

  private final ServerSocket listening;
  final SortedMap<Long, byte[]> mails = new TreeMap<>();
  final List<String> commands = new ArrayList<>();
  String capabilities = "IMAP4rev1 UIDPLUS MOVE";
  int logins;

  FakeImap() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept);
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "imap://rua@localhost:" + listening.getLocalPort() + "/INBOX";
  }

  private void accept() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        serve(client);
      } catch (IOException | UnsupportedOperationException over) {
        // the next one
      }
    }
  }

  private void serve(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = client.getOutputStream();
    say(out, "* OK [CAPABILITY " + capabilities + "] ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int blank = line.indexOf(' ');
      String command = line.substring(blank + 1);
      commands.add(command);
      String answer = answer(command, out);
      if (answer.isEmpty()) {
        return;
      }
      if (!answer.equals(SILENCE)) {
        say(out, line.substring(0, blank) + " " + answer);
      }
    }
  }

  static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** What ends the answer to a command; empty to end the connection. */
  String answer(String command, OutputStream out) throws IOException {
    String verb = command.toUpperCase(Locale.ROOT);
    if (verb.startsWith("CAPABILITY")) {
      say(out, "* CAPABILITY " + capabilities);
    } else if (verb.startsWith("LOGIN")) {
      logins++;
    } else if (verb.startsWith("SELECT") || verb.startsWith("EXAMINE")) {
      say(out, "* " + mails.size() + " EXISTS");
      say(out, "* OK [UIDVALIDITY 7] as ever");
      say(out, "* OK [UIDNEXT " + (mails.isEmpty() ? 1 : mails.lastKey() + 1) + "] next");
    } else if (verb.startsWith("UID SEARCH")) {
      StringBuilder found = new StringBuilder("* SEARCH");
      mails.keySet().forEach(uid -> found.append(' ').append(uid));
      say(out, found.toString());
    } else if (verb.startsWith("UID FETCH")) {
      fetch(command, out);
    } else if (verb.startsWith("UID EXPUNGE") || verb.startsWith("UID MOVE")) {
      mails.keySet().removeIf(uid -> names(command.split(" ")[2], uid));
    } else if (verb.startsWith("LOGOUT")) {
      say(out, "* BYE");
    }
    return "OK done";
  }

  private void fetch(String command, OutputStream out) throws IOException {
    Matcher body = BODY.matcher(command);
    int number = 0;
    for (long uid : mails.keySet()) {
      number++;
      if (names(command.split(" ")[2], uid)) {
        if (body.matches()) {
          body(number, uid, Integer.parseInt(body.group(1)), Integer.parseInt(body.group(2)), out);
        } else {
          say(out, "* " + number + " FETCH (UID " + uid + " RFC822.SIZE " + size(uid) + ")");
        }
      }
    }
  }

  /** What a mail is said to have. */
  long size(long uid) {
    return mails.get(uid).length;
  }

  /** Sends a piece of a mail. */
  void body(int number, long uid, int from, int length, OutputStream out) throws IOException {
    byte[] all = mails.get(uid);
    int begin = Math.min(from, all.length);
    int count = Math.min(length, all.length - begin);
    say(out, "* " + number + " FETCH (UID " + uid + " BODY[]<" + from + "> {" + count + "}");
    out.write(all, begin, count);
    say(out, ")");
  }

  static boolean names(String set, long uid) {
    for (String range : set.split(",")) {
      String[] ends = range.split(":");
      long first = Long.parseLong(ends[0]);
      long last = ends.length == 1 ? first : Long.parseLong(ends[1]);
      if (uid >= first && uid <= last) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}

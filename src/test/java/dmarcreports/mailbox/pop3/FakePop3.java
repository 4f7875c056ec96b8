package dmarcreports.mailbox.pop3;

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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A server of one account, on loopback and in clear text, that does as it is told. */
class FakePop3 implements AutoCloseable {
  private final ServerSocket listening;
  private List<String> session = List.of();

  /** By what the server calls them. */
  final SortedMap<String, byte[]> mails = new TreeMap<>();

  final List<String> commands = new ArrayList<>();
  String capabilities = "UIDL\r\nUSER";

  FakePop3() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept);
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "pop3://rua@localhost:" + listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        serve(client);
      } catch (IOException over) {
        // the next one
      }
    }
  }

  private void serve(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = client.getOutputStream();
    session = List.copyOf(mails.keySet());
    TreeSet<String> deleted = new TreeSet<>();
    say(out, "+OK ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      commands.add(line);
      if (line.startsWith("DELE")) {
        deleted.add(session.get(number(line) - 1));
      }
      if (line.equals("QUIT")) {
        deleted.forEach(mails::remove);
      }
      if (!answer(line, out)) {
        return;
      }
    }
  }

  static int number(String command) {
    return Integer.parseInt(command.split(" ")[1]);
  }

  static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** Answers to a command; false ends the connection. */
  boolean answer(String command, OutputStream out) throws IOException {
    switch (command.split(" ")[0]) {
      case "CAPA" -> say(out, "+OK\r\n" + capabilities + "\r\n.");
      case "STAT" -> say(out, "+OK " + session.size() + " 1000");
      case "LIST", "UIDL" -> {
        StringBuilder all = new StringBuilder("+OK\r\n");
        for (int i = 0; i < session.size(); i++) {
          String name = session.get(i);
          all.append(i + 1)
              .append(' ')
              .append(command.equals("LIST") ? size(name) : name)
              .append("\r\n");
        }
        say(out, all + ".");
      }
      case "RETR" -> retrieve(session.get(number(command) - 1), out);
      default -> say(out, "+OK");
    }
    return !command.equals("QUIT");
  }

  /** What a mail is said to have. */
  String size(String name) {
    return "" + mails.get(name).length;
  }

  void retrieve(String name, OutputStream out) throws IOException {
    say(out, "+OK");
    out.write(mails.get(name));
    say(out, ".");
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}

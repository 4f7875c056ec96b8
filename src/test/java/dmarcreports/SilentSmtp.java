package dmarcreports;

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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A mail server on loopback and in clear text that has taken a mail and does not say so: as a
 * connection that is lost after the last byte looks to whoever sends.
 */
public final class SilentSmtp implements AutoCloseable {
  /** What it does once it has a mail. */
  public enum Then {
    SAYS_SO("250 taken"),
    ENDS(""),
    WAITS("-"),
    CANNOT_NOW("451 4.3.0 the disk is full\r\n\u001b[31m"),
    NEVER("554 5.7.1 not this mail");

    private final String answer;

    Then(String answer) {
      this.answer = answer;
    }
  }

  private final ServerSocket listening;
  private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
  private volatile Then then;

  public SilentSmtp(Then then) throws IOException {
    this.then = then;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept);
    thread.setDaemon(true);
    thread.start();
  }

  public String url() {
    return "smtp://localhost:" + listening.getLocalPort();
  }

  /** From now on it does something else. */
  public void now(Then other) {
    then = other;
  }

  /** The next mail that it has taken, which is waited for. */
  public String next() throws InterruptedException {
    String mail = taken.poll(60, TimeUnit.SECONDS);
    if (mail == null) {
      throw new AssertionError("no mail came");
    }
    return mail;
  }

  /** What else it has taken. */
  public List<String> rest() {
    List<String> all = new ArrayList<>();
    taken.drainTo(all);
    return all;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread thread = new Thread(() -> serve(client));
        thread.setDaemon(true);
        thread.start();
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = client.getOutputStream();
      say(out, "220 here");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("DATA")) {
          say(out, "354 go on");
          StringBuilder mail = new StringBuilder();
          for (String one = in.readLine(); !".".equals(one); one = in.readLine()) {
            mail.append(one).append('\n');
          }
          Then now = then;
          taken.add(mail.toString());
          if (now == Then.ENDS) {
            return;
          }
          if (now != Then.WAITS) {
            say(out, now.answer);
          }
        } else {
          say(out, line.startsWith("QUIT") ? "221 bye" : "250 fine");
        }
      }
    } catch (IOException | NullPointerException over) {
      // whoever sent has gone
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}

package dmarcreports;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on loopback that says what no good one would, or nothing. */
public final class LyingDns implements AutoCloseable {
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final Lie lie;
  private final Duration delay;
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  /** What it sends back; null for silence. */
  @FunctionalInterface
  public interface Lie {
    byte[] about(Message query, Message empty, boolean overTcp) throws IOException;
  }

  public LyingDns(Lie lie) throws IOException {
    this(lie, Duration.ZERO);
  }

  /**
   * One that takes its time, over UDP, and meanwhile hears others.
   *
   * @param delay before it answers a question
   */
  public LyingDns(Lie lie, Duration delay) throws IOException {
    this.lie = lie;
    this.delay = delay;
    Port port = Port.free();
    this.udp = port.udp;
    this.tcp = port.tcp;
    start(this::datagrams);
    start(this::connections);
  }

  /** Of one number for both, which is no other test's. */
  private record Port(DatagramSocket udp, ServerSocket tcp) {
    private static final int TRIES = 100;

    static Port free() throws IOException {
      InetAddress here = InetAddress.getLoopbackAddress();
      for (int i = 1; ; i++) {
        DatagramSocket udp = new DatagramSocket(0, here);
        try {
          return new Port(udp, new ServerSocket(udp.getLocalPort(), 10, here));
        } catch (BindException taken) {
          udp.close();
          if (i == TRIES) {
            throw taken;
          }
        }
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "lying-dns");
    thread.setDaemon(true);
    thread.start();
  }

  public String address() {
    return "127.0.0.1:" + udp.getLocalPort();
  }

  /** How often it was asked something, such as {@code example.com. TXT}. */
  public int asked(String question) {
    return asked.getOrDefault(question, 0);
  }

  /** How often it was asked anything. */
  public int asked() {
    return asked.values().stream().mapToInt(i -> i).sum();
  }

  private void datagrams() {
    byte[] bytes = new byte[4096];
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        udp.receive(packet);
        byte[] answer = answer(Arrays.copyOf(bytes, packet.getLength()), false);
        if (answer != null) {
          DatagramPacket sent =
              new DatagramPacket(answer, answer.length, packet.getSocketAddress());
          CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
              .execute(() -> send(sent));
        }
      }
    } catch (IOException closed) {
      // by the test
    }
  }

  private void send(DatagramPacket packet) {
    try {
      udp.send(packet);
    } catch (IOException closed) {
      // by the test
    }
  }

  private void connections() {
    try {
      while (true) {
        try (Socket socket = tcp.accept()) {
          converse(socket);
        } catch (EOFException end) {
          // of who asked
        }
      }
    } catch (IOException closed) {
      // by the test
    }
  }

  /** As many questions as there are; the one who asks ends it. */
  private void converse(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    while (true) {
      byte[] query = new byte[in.readUnsignedShort()];
      in.readFully(query);
      byte[] answer = answer(query, true);
      if (answer != null) {
        out.writeShort(answer.length);
        out.write(answer);
        out.flush();
      }
    }
  }

  private byte[] answer(byte[] bytes, boolean overTcp) throws IOException {
    Message query = new Message(bytes);
    Record question = query.getQuestion();
    asked.merge(question.getName() + " " + Type.string(question.getType()), 1, Integer::sum);
    Message empty = new Message(query.getHeader().getID());
    empty.getHeader().setFlag(Flags.QR);
    empty.getHeader().setFlag(Flags.RA);
    empty.addRecord(question, Section.QUESTION);
    return lie.about(query, empty, overTcp);
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }
}

package dmarcreports.mailbox.imap;

import dmarcreports.mailbox.NotFetched;
import dmarcreports.mailbox.server.Refused;
import dmarcreports.mailbox.server.Unreachable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Fetches the mails of a folder: small ones many at a time, large ones piece by piece as they are
 * read.
 */
final class MailFetcher {
  /** What is fetched at a time of a large mail, and the most that a small one has. */
  private static final int PIECE = 256 << 10;

  /** How many bytes many small mails have together. */
  private static final int BATCH = 1 << 20;

  private static final int MOST_MAILS = 100;

  private final ImapSession session;
  private final Consumer<Unreachable> lost;
  private final Map<Long, Long> ahead = new HashMap<>();
  private final List<Long> order = new ArrayList<>();
  private final Map<Long, byte[]> fetched = new HashMap<>();

  /**
   * @param lost is told when the server cannot be asked any more
   */
  MailFetcher(ImapSession session, Consumer<Unreachable> lost) {
    this.session = session;
    this.lost = lost;
  }

  /** Mails that will be opened, in about this order. */
  synchronized void expect(List<ImapConnection.Listed> mails) {
    for (ImapConnection.Listed mail : mails) {
      if (mail.size() < PIECE) {
        ahead.put(mail.uid(), mail.size());
        order.add(mail.uid());
      }
    }
  }

  /** The bytes of a mail from the first. */
  synchronized InputStream open(long uid, long size) throws IOException {
    if (!fetched.containsKey(uid) && ahead.containsKey(uid)) {
      fetchFrom(uid);
    }
    byte[] whole = fetched.remove(uid);
    return whole == null || whole.length == PIECE
        ? new Pieces(uid, size)
        : new ByteArrayInputStream(whole);
  }

  private void fetchFrom(long first) throws IOException {
    List<Long> batch = new ArrayList<>();
    long bytes = 0;
    for (long uid : order.subList(order.indexOf(first), order.size())) {
      bytes += ahead.get(uid);
      if (!batch.isEmpty() && (bytes > BATCH || batch.size() == MOST_MAILS)) {
        break;
      }
      batch.add(uid);
    }
    batch.forEach(ahead::remove);
    order.removeAll(batch);
    try {
      for (UidSets.Named some : UidSets.of(batch)) {
        fetched.putAll(asked(server -> server.bytes(some.set(), 0, PIECE)));
      }
    } catch (Refused one) {
      // the one that it was about says so in its turn
    }
  }

  private <T> T asked(ImapSession.Command<T> command) throws IOException {
    try {
      return session.run(command);
    } catch (Unreachable e) {
      lost.accept(e);
      throw new NotFetched(e.getMessage());
    }
  }

  /** The bytes of a mail, fetched as they are read. */
  private final class Pieces extends InputStream {
    /** How much more a mail may have than was said. */
    private static final long SLOP = 1 << 20;

    private final long uid;
    private final long size;
    private byte[] piece = {};
    private int at;
    private long fetchedBytes;
    private boolean ended;

    Pieces(long uid, long size) throws IOException {
      this.uid = uid;
      this.size = size;
      next();
    }

    private void next() throws IOException {
      Map<Long, byte[]> answer =
          asked(server -> server.bytes(Long.toString(uid), fetchedBytes, PIECE));
      if (!answer.containsKey(uid)) {
        throw new NotFetched("is gone");
      }
      piece = answer.get(uid);
      at = 0;
      fetchedBytes += piece.length;
      ended = piece.length == 0 || piece.length < PIECE && fetchedBytes >= size;
      if (fetchedBytes > 2 * size + SLOP) {
        throw new IOException(
            "the server said that it has " + size + " bytes, and sends many more");
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      while (at == piece.length && !ended) {
        next();
      }
      if (at == piece.length) {
        return length == 0 ? 0 : -1;
      }
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, bytes, from, count);
      at += count;
      return count;
    }
  }
}

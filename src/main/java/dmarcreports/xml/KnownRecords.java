package dmarcreports.xml;

import dmarcreports.report.Deviation.Code;
import dmarcreports.report.Evidence;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The evidence of plain records by their text; what was used last stays, as much as a part of the
 * memory holds. Of two texts with one hash the last is known. For all threads.
 */
final class KnownRecords {
  /** What each takes beside its text, in bytes: about as much as an evidence. */
  private static final int EACH = 512;

  private static final long MOST_BYTES = 32 << 20;
  private static final int PART_OF_MEMORY = 16;

  private final Map<Long, Known> byHash = new LinkedHashMap<>(1 << 10, 0.75f, true);
  private final long most;
  private long bytes;

  KnownRecords() {
    this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY));
  }

  /**
   * @param most how many bytes are kept
   */
  KnownRecords(long most) {
    this.most = most;
  }

  /** A record that is known. */
  static final class Known {
    private final PlainText text;
    private volatile Evidence evidence;

    private Known(PlainText text, Evidence evidence) {
      this.text = text;
      this.evidence = evidence;
    }

    PlainText text() {
      return text;
    }

    /** What it says, under the policy that it was last met with. */
    Evidence evidence() {
      return evidence;
    }

    private int bytes() {
      return text.length() + EACH;
    }
  }

  /** What is known of a record. */
  Optional<Known> of(RecordCut record) {
    Known known = byHash(record.hash());
    return known != null && record.is(known.text()) ? Optional.of(known) : Optional.empty();
  }

  private synchronized Known byHash(long hash) {
    return byHash.get(hash);
  }

  /** Keeps what a record says, where nothing of it was taken from the policy. */
  synchronized void remember(PlainText text, Evidence evidence) {
    if (evidence.deviations().stream().anyMatch(one -> one.code() == Code.ASSUMED)) {
      return;
    }
    Known before = byHash.get(text.hash());
    if (before != null && before.text == text) {
      before.evidence = evidence;
      return;
    }
    Known known = new Known(text, evidence);
    byHash.put(text.hash(), known);
    bytes += known.bytes() - (before == null ? 0 : before.bytes());
    Iterator<Known> eldest = byHash.values().iterator();
    while (bytes > most) {
      bytes -= eldest.next().bytes();
      eldest.remove();
    }
  }
}

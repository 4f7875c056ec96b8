package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Where the members of a zip archive really are. An archive that says one thing in its directory
 * and another before the data has two meanings, and neither is taken.
 */
final class ZipLayout {
  private static final int SIGNATURE = 0x04034b50;

  /** What stands before the name of a member. */
  static final int HEADER_BYTES = 30;

  private static final int NAME_LENGTH_AT = 26;
  private static final int EXTRA_LENGTH_AT = 28;

  /** What may stand between two members: nothing, or a descriptor in one of its forms. */
  private static final int[] GAPS = {0, 12, 16, 20, 24};

  private final Set<Long> starts = new HashSet<>();
  private boolean unlisted;
  private final Map<ZipArchiveEntry, String> faults = new IdentityHashMap<>();

  private ZipLayout() {}

  static ZipLayout of(List<ZipArchiveEntry> entries, SeekableByteChannel archive)
      throws IOException {
    ZipLayout layout = new ZipLayout();
    List<ZipArchiveEntry> byOffset =
        entries.stream()
            .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
            .toList();
    long end = 0;
    ZipArchiveEntry before = null;
    entries.forEach(entry -> layout.starts.add(entry.getLocalHeaderOffset()));
    layout.lookForUnlisted(0, archive);
    for (ZipArchiveEntry entry : byOffset) {
      long start = entry.getLocalHeaderOffset();
      if (start < end) {
        layout.faults.put(entry, "zip members overlap");
        layout.faults.put(before, "zip members overlap");
      }
      long ends =
          start + layout.headerBytes(entry, archive) + Math.max(0, entry.getCompressedSize());
      layout.lookForUnlisted(ends, archive);
      if (ends >= end) {
        end = ends;
        before = entry;
      }
    }
    return layout;
  }

  private int headerBytes(ZipArchiveEntry entry, SeekableByteChannel archive) throws IOException {
    ByteBuffer header = read(archive, entry.getLocalHeaderOffset(), HEADER_BYTES);
    if (header.remaining() < HEADER_BYTES || header.getInt(0) != SIGNATURE) {
      faults.put(entry, "the directory of the zip points to no member");
      return 0;
    }
    int nameLength = header.getShort(NAME_LENGTH_AT) & 0xffff;
    int extraLength = header.getShort(EXTRA_LENGTH_AT) & 0xffff;
    ByteBuffer name = read(archive, entry.getLocalHeaderOffset() + HEADER_BYTES, nameLength);
    byte[] named = new byte[name.remaining()];
    name.get(named);
    if (!Arrays.equals(named, entry.getRawName())) {
      faults.put(entry, "zip member has two names");
    }
    return HEADER_BYTES + nameLength + extraLength;
  }

  private void lookForUnlisted(long end, SeekableByteChannel archive) throws IOException {
    for (int gap : GAPS) {
      ByteBuffer signature = read(archive, end + gap, Integer.BYTES);
      unlisted |=
          signature.remaining() == Integer.BYTES
              && signature.getInt(0) == SIGNATURE
              && !starts.contains(end + gap);
    }
  }

  /** Whether there is a member that the directory keeps quiet about. */
  boolean hasUnlisted() {
    return unlisted;
  }

  private static ByteBuffer read(SeekableByteChannel archive, long at, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    if (at < 0 || at > archive.size()) {
      return bytes.flip();
    }
    archive.position(at);
    while (bytes.hasRemaining() && archive.read(bytes) >= 0) {
      // until it is full or at the end
    }
    return bytes.flip();
  }

  /** Throws what is wrong with the place of a member. */
  void check(ZipArchiveEntry entry) throws BrokenContent {
    String fault = faults.get(entry);
    if (fault != null) {
      throw new BrokenContent(Reason.ARCHIVE_BROKEN, fault);
    }
  }
}

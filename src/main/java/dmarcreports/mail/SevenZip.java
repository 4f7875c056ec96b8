package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** A 7z archive. Its members are packed as one, so each is read to its end. */
final class SevenZip {
  private static final String KIND = "7z";
  private static final int SUM_AT = 8;
  private static final int OFFSET_AT = 12;
  private static final int SIZE_AT = 20;
  private static final int START_BYTES = 32;

  private SevenZip() {}

  static void open(Walk walk, Place place, Content content) throws IOException {
    if (!walk.mayEnter(place, KIND)) {
      return;
    }
    SevenZFile archive;
    try {
      InputChannel channel = content.channel(KIND, walk.budget());
      refuseCut(channel);
      archive = LibraryCall.guarded(KIND, Reason.ARCHIVE_BROKEN, () -> open(channel));
    } catch (BrokenContent e) {
      walk.discard(place, e);
      return;
    }
    try (archive) {
      members(walk, place.inContainer(), archive);
    }
  }

  /** The start of an archive, which has a check sum, says where its end is. */
  private static void refuseCut(InputChannel channel) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(START_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (start.hasRemaining() && channel.read(start) >= 0) {
      // until it is full or at the end
    }
    CRC32 sum = new CRC32();
    sum.update(start.array(), OFFSET_AT, START_BYTES - OFFSET_AT);
    boolean whole = (int) sum.getValue() == start.getInt(SUM_AT);
    long behind = channel.size() - START_BYTES - start.getLong(SIZE_AT);
    if (start.hasRemaining() || whole && start.getLong(OFFSET_AT) > behind) {
      throw new BrokenContent(Reason.TRUNCATED, "7z ends too early: have it sent again");
    }
    channel.position(0);
  }

  private static SevenZFile open(InputChannel channel) throws IOException {
    return SevenZFile.builder()
        .setSeekableByteChannel(channel)
        .setMaxMemoryLimitKiB(Limits.DICTIONARY_KIB)
        .get();
  }

  private static void members(Walk walk, Place place, SevenZFile archive) throws IOException {
    for (int count = 1; !walk.budget().isExceeded(); count++) {
      Place member = place;
      try {
        Optional<SevenZArchiveEntry> entry =
            LibraryCall.guarded(
                KIND, Reason.ARCHIVE_BROKEN, () -> Optional.ofNullable(archive.getNextEntry()));
        if (entry.isEmpty() || !walk.mayHave(count, place, KIND)) {
          return;
        }
        if (entry.get().isDirectory() || !entry.get().hasStream()) {
          continue;
        }
        member = place.member(String.valueOf(entry.get().getName()));
      } catch (BrokenContent e) {
        walk.discard(place, e);
        return;
      }
      InputStream data = Unpacked.inflated("7z member", data(archive), walk.budget());
      walk.open(member, Content.of(data));
      try {
        data.transferTo(OutputStream.nullOutputStream());
      } catch (BrokenContent e) {
        walk.discard(member, e);
      }
    }
  }

  private static InputStream data(SevenZFile archive) {
    return new FilterInputStream(InputStream.nullInputStream()) {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return archive.read(bytes, from, length);
      }
    };
  }
}

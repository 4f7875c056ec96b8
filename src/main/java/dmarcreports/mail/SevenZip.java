package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** A 7z archive. Its members are packed as one, so each is read to its end. */
final class SevenZip {
  private static final String KIND = "7z";

  private SevenZip() {}

  static void open(Walk walk, Place place, Content content) throws IOException {
    if (!walk.mayEnter(place, KIND)) {
      return;
    }
    SevenZFile archive;
    try {
      InputChannel channel = content.channel(KIND, walk.budget());
      archive = LibraryCall.guarded(KIND, Reason.ARCHIVE_BROKEN, () -> open(channel));
    } catch (BrokenContent e) {
      walk.discard(place, e);
      return;
    }
    try (archive) {
      members(walk, place.inContainer(), archive);
    }
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

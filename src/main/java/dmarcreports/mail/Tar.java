package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar archive, as it streams by. */
final class Tar {
  private static final String KIND = "tar";

  /** Long names and the like, which the library holds in memory. */
  private static final int HEADER_BYTES = 1 << 20;

  private Tar() {}

  static void open(Walk walk, Place place, Content content) throws IOException {
    if (!walk.mayEnter(place, KIND)) {
      return;
    }
    Throttle bytes = new Throttle(content.stream());
    try (TarArchiveInputStream tar = new TarArchiveInputStream(bytes)) {
      members(walk, place.inContainer(), tar, bytes);
    }
  }

  private static void members(Walk walk, Place place, TarArchiveInputStream tar, Throttle bytes)
      throws IOException {
    for (int count = 1; !walk.budget().isExceeded(); count++) {
      Optional<TarArchiveEntry> entry;
      try {
        bytes.left = HEADER_BYTES;
        entry =
            LibraryCall.guarded(
                KIND, Reason.ARCHIVE_BROKEN, () -> Optional.ofNullable(tar.getNextEntry()));
        bytes.left = Long.MAX_VALUE;
      } catch (BrokenContent e) {
        walk.discard(place, e);
        return;
      }
      if (entry.isEmpty() || !walk.mayHave(count, place, KIND)) {
        return;
      }
      if (!member(walk, place.member(entry.get().getName()), entry.get(), tar)) {
        return;
      }
    }
  }

  /** Whether there may be more behind it. */
  private static boolean member(
      Walk walk, Place member, TarArchiveEntry entry, TarArchiveInputStream tar)
      throws IOException {
    if (entry.isSparse()) {
      String found = "sparse tar member is not supported";
      walk.discard(member, new BrokenContent(Reason.ARCHIVE_UNSUPPORTED, found));
      return false;
    }
    if (entry.isDirectory()) {
      return true;
    }
    InputStream data = Unpacked.copied("tar member", Reason.ARCHIVE_BROKEN, tar);
    walk.open(member, Content.of(data));
    try {
      data.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (BrokenContent e) {
      walk.discard(member, e);
      return false;
    }
  }

  private static final class Throttle extends FilterInputStream {
    private long left = Long.MAX_VALUE;

    Throttle(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = in.read(bytes, from, length);
      left -= Math.max(count, 0);
      if (left < 0) {
        String found = "tar header larger than " + (HEADER_BYTES >> 20) + " MiB";
        throw new BrokenContent(Reason.ARCHIVE_LIMIT, found);
      }
      return count;
    }
  }
}

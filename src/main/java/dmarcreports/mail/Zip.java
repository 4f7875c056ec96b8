package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** A zip archive, by its directory at the end; without one, what can be read from the front. */
final class Zip {
  private static final String KIND = "zip";
  private static final Set<ZipMethod> METHODS =
      Set.of(ZipMethod.STORED, ZipMethod.DEFLATED, ZipMethod.ENHANCED_DEFLATED, ZipMethod.BZIP2);

  /** The library believes the directory, which may claim millions of entries. */
  private static final int DIRECTORY_BYTES_PER_ENTRY = 1 << 10;

  private static final int END_SEARCH_BYTES = 1 << 20;

  private final Walk walk;
  private final Place place;
  private final InputChannel channel;

  private Zip(Walk walk, Place place, InputChannel channel) {
    this.walk = walk;
    this.place = place.inContainer();
    this.channel = channel;
  }

  static void open(Walk walk, Place place, Content content) throws IOException {
    if (!walk.mayEnter(place, KIND)) {
      return;
    }
    InputChannel channel;
    try {
      channel = content.channel(KIND, walk.budget());
    } catch (BrokenContent e) {
      walk.discard(place, e);
      return;
    }
    new Zip(walk, place, channel).open();
  }

  private void open() throws IOException {
    long entries = walk.limits().entries();
    channel.allow(
        END_SEARCH_BYTES + entries * DIRECTORY_BYTES_PER_ENTRY, walk.tooMany("zip directory"));
    ZipFile zip;
    try {
      zip =
          LibraryCall.guarded(
              KIND,
              Reason.ARCHIVE_BROKEN,
              () ->
                  ZipFile.builder()
                      .setSeekableByteChannel(channel)
                      .setIgnoreLocalFileHeader(true)
                      .get());
    } catch (BrokenContent e) {
      if (e.why().reason() == Reason.ARCHIVE_LIMIT) {
        walk.discard(place, e);
      } else {
        salvage();
      }
      return;
    }
    channel.allow(Long.MAX_VALUE, "");
    try (zip) {
      members(zip);
    }
  }

  private void members(ZipFile zip) throws IOException {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (!walk.mayHave(entries.size(), place, KIND)) {
      return;
    }
    ZipLayout layout = ZipLayout.of(entries, channel);
    if (layout.hasUnlisted()) {
      String found = "zip holds a member that its directory does not list";
      walk.discard(place, new BrokenContent(Reason.ARCHIVE_BROKEN, found));
    }
    for (ZipArchiveEntry entry : entries) {
      if (walk.budget().isExceeded()) {
        return;
      }
      if (isWanted(entry)) {
        Place member = place.member(entry.getName());
        try {
          refuse(entry);
          layout.check(entry);
        } catch (BrokenContent e) {
          walk.discard(member, e);
          continue;
        }
        member(member, entry, () -> zip.getInputStream(entry));
      }
    }
  }

  private void member(Place member, ZipArchiveEntry entry, LibraryCall<InputStream> data)
      throws IOException {
    InputStream library;
    try {
      library = LibraryCall.guarded("zip member", Reason.ARCHIVE_BROKEN, data);
    } catch (BrokenContent e) {
      walk.discard(member, e);
      return;
    }
    InputStream checked = new ZipMember(library, entry);
    try (InputStream unpacked = Unpacked.inflated("zip member", checked, walk.budget())) {
      walk.open(member, Content.of(unpacked));
    }
  }

  /** Directories hold nothing, and what a Mac adds is no report. */
  private static boolean isWanted(ZipArchiveEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory()
        && !name.startsWith("__MACOSX/")
        && !name.substring(name.lastIndexOf('/') + 1).startsWith("._");
  }

  private static void refuse(ZipArchiveEntry entry) throws BrokenContent {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      String found = "zip member is encrypted: decrypt it first";
      throw new BrokenContent(Reason.ENCRYPTED, found);
    }
    ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
    if (method == null || !METHODS.contains(method)) {
      String found = "zip method " + entry.getMethod() + " is not supported: pack it with deflate";
      throw new BrokenContent(Reason.ARCHIVE_UNSUPPORTED, found);
    }
  }

  /** A cut archive has lost its directory; the members before the cut are whole. */
  private void salvage() throws IOException {
    if (channel.size() < ZipLayout.HEADER_BYTES) {
      walk.discard(place, new BrokenContent(Reason.TRUNCATED, "zip ends too early"));
      return;
    }
    channel.allow(Long.MAX_VALUE, "");
    InputStream bytes = Channels.newInputStream(channel.position(0));
    try (ZipArchiveInputStream zip = new ZipArchiveInputStream(bytes)) {
      for (int count = 1; walk.mayHave(count, place, KIND); count++) {
        Optional<ZipArchiveEntry> entry;
        try {
          entry = next(zip);
        } catch (BrokenContent e) {
          walk.discard(place, e);
          return;
        }
        if (entry.isEmpty() || walk.budget().isExceeded()) {
          String found = "zip has lost the directory at its end";
          walk.discard(place, new BrokenContent(Reason.TRUNCATED, found));
          return;
        }
        if (!salvage(zip, entry.get())) {
          return;
        }
      }
    }
  }

  /** Whether the archive can be read beyond the member. */
  private boolean salvage(ZipArchiveInputStream zip, ZipArchiveEntry entry) throws IOException {
    if (!isWanted(entry)) {
      return true;
    }
    Place member = place.member(entry.getName());
    try {
      refuse(entry);
    } catch (BrokenContent e) {
      walk.discard(member, e);
      return true;
    }
    Unpacked data = Unpacked.inflated("zip member", zip, walk.budget());
    walk.open(member, Content.of(data));
    return !data.hasFailed();
  }

  private static Optional<ZipArchiveEntry> next(ZipArchiveInputStream zip) throws IOException {
    return LibraryCall.guarded(
        KIND, Reason.ARCHIVE_BROKEN, () -> Optional.ofNullable(zip.getNextEntry()));
  }
}

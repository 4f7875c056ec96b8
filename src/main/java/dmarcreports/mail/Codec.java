package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** Containers of one stream. */
enum Codec implements ContainerKind.Opening {
  GZIP("gzip", (in, limits) -> new GzipMembers(in, limits.entries())),
  ZLIB("zlib stream", (in, limits) -> new InflaterInputStream(in)),
  BZIP2("bzip2", (in, limits) -> new BZip2CompressorInputStream(in, true)),
  XZ("xz", (in, limits) -> xz(in)),
  ZSTD("zstd", (in, limits) -> new ZstdCompressorInputStream(in)),
  BASE64("base64", (in, limits) -> new Base64Text(in));

  private final String name;
  private final Decoder decoder;

  Codec(String name, Decoder decoder) {
    this.name = name;
    this.decoder = decoder;
  }

  @Override
  public void open(Walk walk, Place place, Content content) throws IOException {
    if (!walk.mayEnter(place, name)) {
      return;
    }
    InputStream library;
    try {
      library =
          LibraryCall.guarded(
              name, Reason.ARCHIVE_BROKEN, () -> decoder.decode(content.stream(), walk.limits()));
    } catch (BrokenContent e) {
      walk.discard(place, e);
      return;
    }
    try (InputStream unpacked = Unpacked.inflated(name, library, walk.budget())) {
      walk.open(place.inContainer(), Content.of(unpacked));
    }
  }

  private static InputStream xz(InputStream in) throws IOException {
    return XZCompressorInputStream.builder()
        .setInputStream(in)
        .setDecompressConcatenated(true)
        .setMemoryLimitKiB(Limits.DICTIONARY_KIB)
        .get();
  }

  @FunctionalInterface
  private interface Decoder {
    InputStream decode(InputStream in, Limits limits) throws IOException;
  }
}

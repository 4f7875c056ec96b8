package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** All that can be opened, told apart by its first bytes. The first that matches it is. */
enum ContainerKind {
  GZIP(Head.magic("1f8b08"), Codec.GZIP),
  ZIP(Head.magic("504b0304").or(Head.magic("504b0506")), Zip::open),
  SPANNED_ZIP(Head.magic("504b0708504b0304"), Zip::open),
  SEVEN_ZIP(Head.magic("377abcaf271c"), SevenZip::open),
  BZIP2(Head.magic("425a68"), Codec.BZIP2),
  XZ(Head.magic("fd377a585a00"), Codec.XZ),
  ZSTD(Head.magic("28b52ffd"), Codec.ZSTD),
  ZLIB(Head::isZlib, Codec.ZLIB),
  TAR(Head::isTar, Tar::open),
  RAR(Head.magic("526172211a07"), unsupported("rar")),
  LZIP(Head.magic("4c5a495001"), unsupported("lzip")),
  LZ4(Head.magic("04224d18"), unsupported("lz4")),
  COMPRESS(Head.magic("1f9d"), unsupported("compress (.Z)")),
  CABINET(Head.magic("4d53434600000000"), unsupported("cab")),
  OUTLOOK(Head.magic("d0cf11e0a1b11ae1"), unsupported("Outlook .msg", "save it as .eml")),
  HTML(Head::isHtml, (walk, place, content) -> {}),
  XML(Head::isXml, (walk, place, content) -> walk.document(place, content.stream())),
  MBOX(Head::isMbox, Mbox::open),
  MAIL(Head::isMail, Mail::open),
  BASE64(Head::isBase64, Codec.BASE64),
  XML_AFTER_STRAY_TEXT(Head::isXmlAfterStrayText, XML::open),
  NO_REPORT(head -> true, (walk, place, content) -> {});

  private static final List<ContainerKind> KINDS = List.of(values());

  private final Predicate<Head> magic;
  private final Opening opening;

  ContainerKind(Predicate<Head> magic, Opening opening) {
    this.magic = magic;
    this.opening = opening;
  }

  static ContainerKind of(Head head) {
    for (ContainerKind kind : KINDS) {
      if (kind.magic.test(head)) {
        return kind;
      }
    }
    throw new AssertionError("the last matches everything");
  }

  boolean isMail() {
    return this == MBOX || this == MAIL;
  }

  void open(Walk walk, Place place, Content content) throws IOException {
    opening.open(walk, place, content);
  }

  private static Opening unsupported(String what) {
    return unsupported(what, "unpack it, or pack it as gzip or zip");
  }

  private static Opening unsupported(String what, String remedy) {
    String found = what + " is not supported: " + remedy;
    return (walk, place, content) ->
        walk.discard(place, new BrokenContent(Reason.ARCHIVE_UNSUPPORTED, found));
  }

  /** How a container is opened: all that can go wrong in it is told to the walk. */
  @FunctionalInterface
  interface Opening {
    void open(Walk walk, Place place, Content content) throws IOException;
  }
}

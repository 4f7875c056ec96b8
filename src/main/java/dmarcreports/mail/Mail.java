package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * A mail, as it streams by. Each leaf of it may be a report, whatever it is declared as and however
 * deep it hangs; so may the whole mail. Character sets are never decoded.
 */
final class Mail {
  private static final String KIND = "mail";
  private static final int BUFFER = 4096;

  /** Whatever is wrong with a mail, as much of it is read as can be. */
  static final MimeConfig LENIENT =
      MimeConfig.custom()
          .setStrictParsing(false)
          .setMaxContentLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxHeaderLen(Limits.HEADER_BLOCK_BYTES)
          .setMaxLineLen(Limits.HEADER_BLOCK_BYTES)
          .build();

  private final Walk walk;
  private Place place;
  private final MimeTokenStream tokens = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, null);
  private PartHeader header = new PartHeader();
  private boolean multipart;
  private int depth;
  private final MailHeader mailHeader = new MailHeader();
  private int parts;
  private int leaves;
  private boolean announced;

  private Mail(Walk walk, Place place) {
    this.walk = walk;
    this.place = place;
  }

  static void open(Walk walk, Place place, Content content) throws IOException {
    if (place.mails() == Limits.MAIL_DEPTH) {
      walk.discard(place, limit("mails in mails, more than " + Limits.MAIL_DEPTH));
      return;
    }
    new Mail(walk, place).read(content);
  }

  private void read(Content content) throws IOException {
    long before = walk.findings();
    try {
      InputStream text = afterBlanks(content.stream());
      call(() -> parse(text));
    } catch (BrokenContent e) {
      walk.discard(place, e);
      return;
    }
    Optional<EntityState> state = Optional.of(tokens.getState());
    while (state.isPresent() && state.get() != EntityState.T_END_OF_STREAM) {
      if (state.get() == EntityState.T_BODY) {
        leaf();
      }
      state = next();
    }
    if (state.isPresent() && multipart && leaves == 0 && walk.findings() == before) {
      String found = "mail announces parts and has none: its boundary is missing";
      walk.discard(place, new BrokenContent(Reason.MAIL_BROKEN, found));
    }
  }

  private MimeTokenStream parse(InputStream text) {
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    tokens.parse(text);
    return tokens;
  }

  /** What comes next in the mail; nothing if the rest cannot be read, which is told then. */
  private Optional<EntityState> next() throws IOException {
    try {
      EntityState state = call(tokens::next);
      note(state);
      return Optional.of(state);
    } catch (BrokenContent e) {
      if (announced || e.why().reason() != Reason.MAIL_BROKEN) {
        walk.discard(place, e);
      }
      return Optional.empty();
    }
  }

  private void note(EntityState state) throws IOException {
    switch (state) {
      case T_START_HEADER -> header = new PartHeader();
      case T_FIELD -> {
        takeIn(tokens.getField());
        if (parts == 0) {
          mailHeader.add(tokens.getField());
        }
        if (header.isTooLarge()) {
          throw limit("mail header larger than " + Limits.HEADER_BLOCK_BYTES + " bytes");
        }
      }
      case T_END_HEADER -> {
        announced |= header.fileName().isPresent();
        if (parts == 0) {
          place = place.carriedBy(mailHeader.mail());
        }
        if (++parts > Limits.MAIL_PARTS) {
          throw limit("mail with more than " + Limits.MAIL_PARTS + " parts");
        }
      }
      case T_START_MULTIPART -> {
        multipart = true;
        announced = true;
        if (++depth > Limits.MAIL_DEPTH) {
          throw limit("multiparts in multiparts, more than " + Limits.MAIL_DEPTH);
        }
      }
      case T_END_MULTIPART -> depth--;
      default -> {}
    }
  }

  private void takeIn(Field field) throws IOException {
    try {
      call(() -> header.add(field));
    } catch (BrokenContent e) {
      announced = true; // a name that cannot be read is no reason not to read what it names
    }
  }

  private void leaf() throws IOException {
    BodyDescriptor declared = tokens.getBodyDescriptor();
    String type = String.valueOf(declared.getMimeType());
    boolean named = header.fileName().isPresent();
    if (header.isMultipart()) {
      multipart = true;
      return;
    }
    leaves++;
    Place part = place.member(header.fileName().orElse("part " + leaves)).inMail();
    InputStream guarded;
    try {
      InputStream body = decoded(String.valueOf(declared.getTransferEncoding()));
      guarded = Unpacked.copied("mail part", Reason.MAIL_BROKEN, body);
    } catch (BrokenContent e) {
      walk.discard(part, e);
      return;
    }
    walk.open(part, Content.of(guarded), named || !type.startsWith("text/"));
  }

  /** The body as it was before it was sent; some announce base64 and send plain XML. */
  private InputStream decoded(String encoding) throws IOException {
    InputStream raw = new BufferedInputStream(tokens.getInputStream(), BUFFER);
    if (encoding.contains("base64")) {
      return call(() -> isPlainXml(raw)) ? raw : new Base64Text(raw);
    }
    boolean quoted = encoding.contains("quoted");
    return quoted ? new QuotedPrintableInputStream(raw, DecodeMonitor.SILENT) : raw;
  }

  private static boolean isPlainXml(InputStream raw) throws IOException {
    raw.mark(Head.LENGTH);
    Head head = new Head(raw.readNBytes(Head.LENGTH));
    raw.reset();
    return head.isXml();
  }

  private static <T> T call(LibraryCall<T> call) throws IOException {
    return LibraryCall.guarded(KIND, Reason.MAIL_BROKEN, call);
  }

  private static BrokenContent limit(String found) {
    return new BrokenContent(Reason.MAIL_LIMIT, found);
  }

  /** A blank line first would end the header before it begins. */
  private static InputStream afterBlanks(InputStream in) throws IOException {
    PushbackInputStream text = new PushbackInputStream(in);
    int next = text.read();
    while (next == '\r' || next == '\n' || next == ' ' || next == '\t' || next >= 0xbb) {
      next = text.read();
    }
    if (next >= 0) {
      text.unread(next);
    }
    return text;
  }
}

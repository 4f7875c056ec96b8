package dmarcreports.xml;

import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a document, by its byte order mark, its XML declaration, or as UTF-8. A byte
 * that is no UTF-8 is read as windows-1252, as old generators mean it; what cannot be an honest
 * mistake (overlong forms, surrogates) is refused.
 */
final class DocumentReader extends Reader {
  private static final int BUFFER = 4096;
  private static final int FEW = 256;
  private static final int DECLARATION = 512;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
  private static final Pattern READ =
      Pattern.compile(
          "utf-?8|us-ascii|ascii|utf-16(le|be)?|iso-8859-\\d{1,2}|windows-125\\d|latin1");

  private final InputStream bytes;
  private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
  private final CharBuffer characters = CharBuffer.allocate(FEW).limit(0);
  private final CharsetDecoder decoder;
  private boolean ended;
  private boolean mended;

  DocumentReader(InputStream bytes) throws IOException, UnreadableReport {
    this.bytes = bytes;
    in.flip();
    while (in.limit() < DECLARATION && fill()) {
      // until the declaration must be there
    }
    decoder =
        charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Whether bytes that are no UTF-8 were read as windows-1252. */
  boolean mended() {
    return mended;
  }

  private Charset charset() throws UnreadableReport {
    int b0 = at(0);
    int b1 = at(1);
    if (b0 == 0xEF && b1 == 0xBB && at(2) == 0xBF) {
      in.position(in.position() + 3);
      return StandardCharsets.UTF_8;
    }
    if (b0 == 0xFE && b1 == 0xFF || b0 == 0xFF && b1 == 0xFE) {
      in.position(in.position() + 2);
      return b0 == 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    if (b0 == 0 && b1 == '<') {
      return StandardCharsets.UTF_16BE;
    }
    if (b0 == '<' && b1 == 0) {
      return StandardCharsets.UTF_16LE;
    }
    String head =
        new String(in.array(), in.position(), Math.min(in.remaining(), DECLARATION), WINDOWS_1252);
    Matcher declared = ENCODING.matcher(head);
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = declared.group(1).toLowerCase(Locale.ROOT);
    if (name.equals("utf-8")) {
      return StandardCharsets.UTF_8;
    }
    if (!READ.matcher(name).matches() || !Charset.isSupported(name) || name.startsWith("utf-16")) {
      throw new UnreadableReport(
          Reason.ENCODING, "declares the encoding " + name + ", which it is not written in");
    }
    Charset charset = Charset.forName(name);
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }

  private int at(int index) {
    return in.remaining() > index ? in.get(in.position() + index) & 0xff : -1;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    in.compact();
    int n = bytes.read(in.array(), in.position(), in.remaining());
    ended = n < 0;
    in.position(in.position() + Math.max(n, 0));
    in.flip();
    return !ended;
  }

  @Override
  public int read() throws IOException {
    return few() ? characters.get() : -1;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (length >= FEW && !characters.hasRemaining()) {
      CharBuffer target = CharBuffer.wrap(into, offset, length).slice();
      return decode(target) ? target.position() : -1;
    }
    if (length > 0 && !few()) {
      return -1;
    }
    int count = Math.min(length, characters.remaining());
    characters.get(into, offset, count);
    return count;
  }

  /**
   * Sees to it that there are characters in a buffer of our own, if there are any: a reader may ask
   * for one char where the next character is two.
   */
  private boolean few() throws IOException {
    if (!characters.hasRemaining()) {
      characters.clear();
      decode(characters);
      characters.flip();
    }
    return characters.hasRemaining();
  }

  /** Decodes the next characters into an empty buffer, if there are any. */
  private boolean decode(CharBuffer target) throws IOException {
    while (target.position() == 0) {
      CoderResult result = decoder.decode(in, target, ended);
      if (result.isError()) {
        fallBack(target, result.length());
      } else if (target.position() == 0 && !fill() && !in.hasRemaining()) {
        break;
      }
    }
    return target.position() > 0;
  }

  private void fallBack(CharBuffer target, int length) throws IOException {
    while (in.remaining() < 4 && fill()) {
      // until a whole character is there to be judged
    }
    boolean utf8 = decoder.charset().equals(StandardCharsets.UTF_8);
    int lead = at(0);
    boolean dishonest =
        switch (lead) {
          case 0xC0, 0xC1, 0xED -> isTrail(1);
          case 0xE0 -> isTrail(1) && isTrail(2);
          case 0xF0 -> isTrail(1) && isTrail(2) && isTrail(3);
          default -> lead >= 0xF4 && isTrail(1);
        };
    if (!utf8 || dishonest) {
      throw unreadable("bytes that are no " + decoder.charset());
    }
    for (int i = 0; i < Math.min(length, target.remaining()); i++) {
      target.put(WINDOWS_1252.decode(ByteBuffer.wrap(new byte[] {in.get()})).get());
    }
    mended = true;
  }

  private boolean isTrail(int index) {
    return at(index) >= 0x80 && at(index) < 0xC0;
  }

  static IOException unreadable(String what) {
    return new IOException(what, new UnreadableReport(Reason.ENCODING, what));
  }

  @Override
  public void close() {
    // the bytes are the opener's to close
  }
}

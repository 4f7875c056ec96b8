package dmarcreports.mail;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The first bytes of a thing, and what they give away. */
final class Head {
  /** 1 KiB of stray text before XML, even in UTF-16. */
  static final int LENGTH = 2100;

  private static final int TAR_MAGIC_AT = 257;
  private static final Pattern MARK =
      Pattern.compile("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)");
  private static final Pattern HEADER_LINE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,75}[ \t]*:.*", Pattern.DOTALL);
  private static final Pattern FROM_LINE =
      Pattern.compile("From [^\n]*\n>?[A-Za-z][A-Za-z0-9_.-]*[: ].*", Pattern.DOTALL);

  /** Neither an address nor a link, with which texts begin as well. */
  private static final Pattern XML =
      Pattern.compile("<([?!]|[A-Za-z_][\\w.-]*(:[\\w.-]+)?([\\s/>]|\\z)).*", Pattern.DOTALL);

  private static final Pattern AFTER_STRAY_TEXT =
      Pattern.compile(
          "[^\\x00-\\x08\\x0e-\\x1f]{0,1024}?(<\\?xml\\s|<([\\w.-]{1,32}:)?feedback[\\s/>])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HTML =
      Pattern.compile(
          "<(!doctype\\s+html|html|head|body|div|p|br|table|meta)[\\s/>].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern BASE64 =
      Pattern.compile("(H4sI|UEsD|PD94|PGZl)[A-Za-z0-9+/=\\s]{8,}");

  private final byte[] bytes;

  /** Made once it is asked for: most containers are told by their bytes. */
  private String text;

  Head(byte[] bytes) {
    this.bytes = bytes;
  }

  /** As ISO-8859-1 without byte order mark, NULs (so UTF-16 reads as well) and leading blanks. */
  private String text() {
    if (text == null) {
      String all = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
      text = MARK.matcher(all).replaceFirst("").strip();
    }
    return text;
  }

  /** A thing that begins with these bytes. */
  static Predicate<Head> magic(String hex) {
    byte[] magic = HexFormat.of().parseHex(hex);
    return head -> head.has(0, magic);
  }

  private boolean has(int at, byte[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (bytes.length <= at + i || bytes[at + i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  boolean isTar() {
    return has(TAR_MAGIC_AT, "ustar".getBytes(StandardCharsets.US_ASCII));
  }

  /** Two bytes of header are a weak sign ("x^2" has them), so it must inflate as well. */
  boolean isZlib() {
    boolean header = bytes.length > 2 && bytes[0] == 0x78 && (0x7800 | bytes[1] & 0xff) % 31 == 0;
    if (!header) {
      return false;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      return inflater.inflate(new byte[64]) > 0;
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  boolean isXml() {
    return XML.matcher(text()).matches();
  }

  /** HTML is no report; most mails have some. */
  boolean isHtml() {
    return HTML.matcher(text()).matches();
  }

  boolean isXmlAfterStrayText() {
    return AFTER_STRAY_TEXT.matcher(text()).lookingAt();
  }

  boolean isMbox() {
    return FROM_LINE.matcher(text()).matches();
  }

  boolean isMail() {
    return HEADER_LINE.matcher(text()).matches();
  }

  /** Base64 of gzip, zip or XML, where nobody has declared it. */
  boolean isBase64() {
    return BASE64.matcher(text()).matches();
  }
}

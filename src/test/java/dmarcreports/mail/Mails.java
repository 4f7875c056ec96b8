package dmarcreports.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails to read. */
final class Mails {
  private static final String HEADER =
      "From: Reporter <feedback@reporter.example>\nSubject: =?utf-8?B?UmVwb3J0?=\nMIME-Version: 1.0\n";

  private Mails() {}

  static byte[] withAttachment(String type, byte[] attachment) {
    return multipart(
        "mixed", textPart(), part("Content-Type: " + type + "; name=a.bin", attachment));
  }

  static String textPart() {
    return "Content-Type: text/plain; charset=x-unheard-of\n\nNote: see the attachment\n";
  }

  static String part(String header, byte[] content) {
    String text = Base64.getMimeEncoder().encodeToString(content);
    return header + "\nContent-Transfer-Encoding: base64\n\n" + text + "\n";
  }

  static byte[] multipart(String subtype, String... parts) {
    StringBuilder mail = new StringBuilder(HEADER);
    mail.append("Content-Type: multipart/")
        .append(subtype)
        .append("; boundary=\"b=_1\"\n\npreamble\n");
    for (String part : parts) {
      mail.append("--b=_1\n").append(part);
    }
    return bytes(mail.append("--b=_1--\n").toString());
  }

  /** One part and no more. */
  static byte[] single(String part) {
    return bytes(HEADER + part);
  }

  static byte[] bytes(String mail) {
    return mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}

package dmarcreports.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.report.header.Author;
import dmarcreports.report.header.DkimSignature;
import dmarcreports.report.header.Signed;
import dmarcreports.report.header.TracedMail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One mail opened: who wrote it, what its body hashes to, the mail in a report, and what is none.
 */
class OneMailTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # From | the Author Domain | mailboxes
          a@example.com | example.com | a@example.com
          "Doe, J. (x)" <a@Example.COM> | example.com | Doe, J. (x)/a@example.com
          =?utf-8?q?J=C3=B6rg?= <j@b\u00fccher.example> | xn--bcher-kva.example | J\u00f6rg/j@xn--bcher-kva.example
          =?utf-8?q?x_=3Ca=40example.com=3E?= | - | x <a@example.com>@-
          a@example.com, b@example.com | example.com | a@example.com b@example.com
          a@example.com, b@example.org | - | a@example.com b@example.org
          Team: a@example.com, b@example.com; | example.com | a@example.com b@example.com
          a(comment (nested))@example.com | example.com | a@example.com
          a@[192.0.2.1] | - | a@-
          "a@evil.example" <b@example.com> | example.com | a@evil.example/b@example.com
          undisclosed-recipients:; | - |
          """)
  void fromNamesMailboxes(String from, String domain, String mailboxes) throws Exception {
    TracedMail mail = read("From: " + from + "\r\nSubject: x\r\n\r\nbody\r\n");
    assertEquals(Optional.ofNullable(domain), mail.authorDomain().map(Object::toString));
    assertEquals(
        mailboxes == null ? "" : mailboxes,
        mail.authors().stream().map(OneMailTest::told).collect(Collectors.joining(" ")));
  }

  private static String told(Author author) {
    String name = author.name().map(n -> n + "/").orElse("");
    return name + author.localPart() + "@" + author.domain().map(Object::toString).orElse("-");
  }

  @Test
  void twoFromFieldsNameNobody() throws Exception {
    TracedMail mail = read("From: a@example.com\r\nFrom: b@example.com\r\n\r\n");
    assertEquals(2, mail.fromFields());
    assertEquals(Optional.empty(), mail.authorDomain());
  }

  /** The values are those of RFC 6376, 3.4.3 to 3.4.5, and of the forms that it shows. */
  @ParameterizedTest
  @CsvSource({
    "'', simple, frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=",
    "'', relaxed, 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    "'\r\n\r\n', simple, frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=",
    "'\r\n\r\n', relaxed, 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
  })
  void bodiesAreHashed(String body, String form, String hash) {
    assertEquals(Signed.Body.WHOLE, compare(body, form, hash, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " C \r\nD \t E\r\n\r\n\r\n",
        " C\r\nD E",
        "\tC\nD E\n\n",
        " C   \nD\tE  \n \n\t\n",
      })
  void theRelaxedFormOverlooksBlanks(String body) {
    assertEquals(Signed.Body.WHOLE, compare(body, "relaxed", sha256(" C\r\nD E\r\n"), ""));
  }

  @Test
  void theSimpleFormOverlooksEmptyLinesAtTheEndOnly() {
    String hash = sha256(" C \r\nD \t E\r\n");
    assertEquals(Signed.Body.WHOLE, compare(" C \r\nD \t E\r\n\r\n\r\n", "simple", hash, ""));
    assertEquals(Signed.Body.WHOLE, compare(" C \nD \t E", "simple", hash, ""));
    assertEquals(Signed.Body.CHANGED, compare(" C\r\nD \t E\r\n", "simple", hash, ""));
    assertEquals(Signed.Body.CHANGED, compare("\r\n C \r\nD \t E\r\n", "simple", hash, ""));
  }

  @Test
  void aLengthEndsTheHash() {
    String hash = sha256("abc");
    assertEquals(Signed.Body.WHOLE, compare("abc\r\nfooter\r\n", "simple", hash, "l=3; "));
    assertEquals(Signed.Body.CHANGED, compare("abd\r\nfooter\r\n", "simple", hash, "l=3; "));
  }

  private static Signed.Body compare(String body, String form, String hash, String more) {
    DkimSignature signature =
        DkimSignature.parse(
            "v=1; a=rsa-sha256; d=example.com; s=s; h=from; b=x; c=simple/"
                + form
                + "; "
                + more
                + "bh="
                + hash);
    return new BodyHash(bytes("From: a@example.com\r\n\r\n" + body)).compare(signature);
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theMailInAReportIsRead() throws Exception {
    for (String encoding : new String[] {"7bit", "base64"}) {
      String inner = "From: a@example.com\r\nList-Id: <l.example.org>\r\n\r\nbody\r\n";
      TracedMail mail = read(report("message/rfc822", encoding, inner));
      assertEquals(Optional.of("example.com"), mail.authorDomain().map(Object::toString));
      assertEquals("delivery-status", mail.inReport().get().type());
      assertEquals(Optional.of("mx.example.net"), mail.inReport().get().reporter());
      assertEquals(Optional.of("550 5.7.1 no, and folded"), mail.inReport().get().diagnostic());
      assertEquals(Optional.of("<l.example.org>"), mail.list().id());
    }
  }

  @Test
  void aReportWithoutAMailIsAMailItself() throws Exception {
    for (String inner : new String[] {"", "no header at all\r\n"}) {
      TracedMail mail = read(report("message/rfc822", "7bit", inner));
      assertEquals(Optional.of("example.net"), mail.authorDomain().map(Object::toString));
      assertTrue(mail.inReport().isEmpty());
    }
  }

  @Test
  void aMailThatIsAttachedToAnotherIsNotLookedAt() throws Exception {
    String text =
        report("message/rfc822", "7bit", "From: a@example.com\r\n\r\n")
            .replace("multipart/report", "multipart/mixed");
    TracedMail mail = read(text);
    assertTrue(mail.attached());
    assertEquals(Optional.of("example.net"), mail.authorDomain().map(Object::toString));
  }

  @Test
  void reportsInReportsEnd() throws Exception {
    String text = "From: a@example.com\r\n\r\n";
    for (int i = 0; i < 20; i++) {
      text = report("message/rfc822", "base64", text).replace("b=_1", "b=_" + i);
    }
    assertEquals(Optional.of("example.net"), read(text).authorDomain().map(Object::toString));
  }

  private static String report(String type, String encoding, String inner) {
    String body =
        encoding.equals("7bit")
            ? inner
            : Base64.getMimeEncoder().encodeToString(bytes(inner)) + "\r\n";
    return "From: daemon@example.net\r\nContent-Type: multipart/report;"
        + "\r\n report-type=\"delivery-status\"; boundary=\"b=_1\"\r\n\r\n--b=_1\r\n"
        + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\n"
        + "Diagnostic-Code: smtp; 550 5.7.1 no,\r\n and folded\r\n\r\n--b=_1\r\nContent-Type: "
        + type
        + "\r\nContent-Transfer-Encoding: "
        + encoding
        + "\r\n\r\n"
        + body
        + "--b=_1--\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\nFrom: a@example.com\r\n\r\nbody",
        "\u00ef\u00bb\u00bfFrom: a@example.com\r\n\r\nbody",
        "From someone Mon Nov  2 12:00:00 2026\nFrom: a@example.com\n\nbody",
        "From: a@example.com",
        "Subject: x\r\nFrom:\r\n a@example.com\r\n\r\nbody",
        "Subject: \0\0\r\nFrom: a@example.com\r\n\r\nbody",
      })
  void oddBeginningsAreRead(String text) throws Exception {
    TracedMail mail = OneMail.read(text.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(Optional.of("example.com"), mail.authorDomain().map(Object::toString));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\r\n", "hello", "<html>", "\u0000\u0001\u0002", "{\"a\": 1}"})
  void whatIsNoMailIsSaidToBeNone(String text) {
    UnreadableReport refused = assertThrows(UnreadableReport.class, () -> read(text));
    assertEquals(Reason.MAIL_BROKEN, refused.reason());
    assertTrue(refused.getMessage().startsWith("is no mail: "), refused.getMessage());
  }

  @Test
  void limitsSayWhatToDo() {
    String[] large = {
      "X: y\r\n".repeat(400_000) + "From: a@example.com\r\n\r\n",
      "X: " + "y".repeat(3 << 20) + "\r\nFrom: a@example.com\r\n\r\n",
      "X: y\r\n" + " folded\r\n".repeat(300_000) + "From: a@example.com\r\n\r\n",
    };
    for (String text : large) {
      UnreadableReport refused = assertThrows(UnreadableReport.class, () -> read(text));
      assertEquals(Reason.MAIL_LIMIT, refused.reason());
      assertEquals(
          "mail header larger than 1048576 bytes: cut out the fields that make it so large",
          refused.getMessage());
    }
  }

  @Test
  void fieldsBeyondALimitAreCounted() throws Exception {
    TracedMail mail =
        read("Received: by a.example\r\n".repeat(700) + "From: a@example.com\r\n\r\n");
    assertEquals(TracedMail.MOST, mail.hops().size());
    assertEquals(200, mail.leftOut());
  }

  private static TracedMail read(String text) throws Exception {
    return OneMail.read(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

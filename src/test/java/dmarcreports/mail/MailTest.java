package dmarcreports.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes in which reporters mail their reports, and those in which nobody should. */
class MailTest {
  private static final String XML = "<?xml version=\"1.0\"?>\r\n<feedback>a=b</feedback>\r\n";
  private static final byte[] REPORT = Packed.bytes(XML);

  private static byte[] gzip() throws IOException {
    return Packed.GZIP.pack(REPORT);
  }

  private static Seen whole(byte[] mail) throws IOException {
    Seen seen = Seen.in(mail);
    assertEquals(List.of(XML), seen.documents);
    assertEquals(List.of(), seen.reasons());
    return seen;
  }

  @Test
  void theWholeMailIsTheArchive() throws IOException {
    String zip = Mails.part("Content-Type: application/zip; name=a.zip", Packed.ZIP.pack(REPORT));
    assertEquals(List.of("- > a.zip > report.xml"), whole(Mails.single(zip)).origins);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: application/zip; name=\"a.zip\"\nContent-Disposition: attachment",
        "Content-Type: application/gzip\nContent-Disposition: inline; filename=a.gz",
        "Content-Type: application/tlsrpt+gzip",
        "Content-Type: text/plain; charset=iso-8859-77",
        "Content-Type: text/xml",
        "Content-Type: image/png; name=a.png",
        "Content-Type: nonsense",
        "Content-Type: multi part/;;; =",
        "ContentType: application/gzip; name=a.gz",
        "X-Nothing: declared"
      })
  void whateverTheDeclaredTypeSays(String header) throws IOException {
    whole(Mails.multipart("mixed", Mails.textPart(), Mails.part(header, gzip())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alternative", "related", "report", "signed; protocol=x", "unheard-of"})
  void inAnyKindOfMultipart(String subtype) throws IOException {
    whole(Mails.multipart(subtype, Mails.textPart(), Mails.part("Content-Type: a/b", gzip())));
  }

  @Test
  void inAForwardedMail() throws IOException {
    byte[] mail = Mails.withAttachment("application/gzip", gzip());
    String plain =
        "Content-Type: message/rfc822\n\n"
            + new String(mail, StandardCharsets.UTF_8).replace("b=_1", "inner");
    whole(Mails.multipart("mixed", Mails.textPart(), plain.replace("\r", "")));
    whole(Mails.multipart("mixed", Mails.part("Content-Type: message/rfc822", mail)));
    whole(Mails.multipart("mixed", Mails.part("Content-Type: a/b; name=mail.eml", mail)));
  }

  @Test
  void asTheTextOfTheMail() throws IOException {
    String text = XML.replace("\r", "");
    whole(Mails.single("\n" + text));
    whole(Mails.single("Content-Type: text/plain\n\n" + text));
    String quoted = text.replace("=", "=3D").replace("version", "vers=\nion");
    whole(Mails.single("Content-Transfer-Encoding: quoted-printable\n\n" + quoted));
    whole(Mails.single("Content-Transfer-Encoding: base64\n\n" + text));
  }

  @Test
  void asBase64ThatIsNotDeclared() throws IOException {
    String part = Mails.part("ContentType: application/gzip", gzip());
    String undeclared = part.replace("Content-Transfer-Encoding", "ContentTransferEncoding");
    whole(Mails.multipart("mixed", Mails.textPart(), undeclared));
  }

  @Test
  void asSloppyBase64() throws IOException {
    String part = Mails.part("Content-Type: application/gzip", gzip());
    int body = part.indexOf("\n\n") + 2;
    String sloppy = part.substring(body).replace("=", "").replaceAll("(.{7})", "$1 \n");
    whole(Mails.multipart("mixed", part.substring(0, body) + sloppy));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: attachment; filename*0=\"a!\"; filename*1=\"b.gz\"",
        "Content-Disposition: attachment; filename*=utf-8''a%21b.gz",
        "Content-Disposition: attachment; filename=\"=?utf-8?B?YSFiLmd6?=\"",
        "Content-Disposition: attachment;\n\tfilename=\"/var/spool/a!b.gz\"",
        "Content-Type: a/b; name=\"C:\\\\dir\\\\a!b.gz\""
      })
  void namesArePartOfTheOrigin(String header) throws IOException {
    Seen seen = whole(Mails.multipart("mixed", Mails.textPart(), Mails.part(header, gzip())));
    assertEquals(List.of("- > a!b.gz"), seen.origins);
  }

  @Test
  void severalReportsInOneMail() throws IOException {
    String part = Mails.part("Content-Type: application/gzip", gzip());
    Seen seen = Seen.in(Mails.multipart("mixed", part, Mails.textPart(), part));
    assertEquals(List.of("- > part 1", "- > part 3"), seen.origins);
  }

  @Test
  void aMailWithoutReportTellsNothing() throws IOException {
    String html = "Content-Type: text/html\n\n<HTML><body>hello</body></HTML>\n";
    String table = "Content-Type: text/html\n\n<!DOCTYPE html PUBLIC \"-//W3C//DTD\">\n<x>\n";
    String headers = "A: b\n\n".repeat(40);
    String picture = Mails.part("Content-Type: image/png", Packed.bytes("\u0089PNG\r\n\u001a\n"));
    byte[] mail =
        Mails.multipart(
            "mixed", Mails.textPart(), html, table, "\n" + headers, picture, "\nunused");
    Seen seen = Seen.in(mail);
    assertEquals(List.of(), seen.documents);
    assertEquals(List.of(), seen.reasons());
  }

  @Test
  void oneLineOfThreeMebibytes() throws IOException {
    String xml = "<feedback>" + "x".repeat(3 << 20) + "</feedback>";
    Seen seen = Seen.in(Mails.multipart("mixed", "Content-Type: text/xml\n\n" + xml + "\n"));
    assertEquals(xml.length(), seen.bytes);
  }

  @Test
  void anOutlookFileIsNamed() throws IOException {
    byte[] outlook = Packed.bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1....");
    Seen seen = Seen.in(outlook);
    assertEquals(List.of("archive_unsupported"), seen.reasons());
    assertEquals(
        "Outlook .msg is not supported: save it as .eml", seen.discards.get(0).getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 30_000})
  void multipartsInMultipartsEnd(int levels) throws IOException {
    StringBuilder mail = new StringBuilder("MIME-Version: 1.0\n");
    for (int level = 0; level < levels; level++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(level);
      mail.append("\n\n--b").append(level).append('\n');
    }
    assertEquals(List.of("mail_limit"), Seen.in(Mails.bytes(mail + "\n<feedback>")).reasons());
  }

  @Test
  void mailsInMailsEnd() throws IOException {
    String forwarded = "Subject: x\nContent-Type: message/rfc822\n\n";
    assertEquals(
        List.of(XML),
        Seen.in(Mails.bytes(forwarded.repeat(15) + "A: b\n\n" + XML.replace("\r", ""))).documents);
    assertEquals(List.of("mail_limit"), Seen.in(Mails.bytes(forwarded.repeat(2000))).reasons());
  }

  @Test
  void aThousandPartsAreEnough() throws IOException {
    String[] parts = new String[2000];
    Arrays.fill(parts, "\nx\n");
    assertEquals(List.of("mail_limit"), Seen.in(Mails.multipart("mixed", parts)).reasons());
  }

  @Test
  void aHeaderOfOneMebibyteIsEnough() throws IOException {
    String one = "X: " + "y".repeat(2 << 20) + "\n\n";
    String many = ("X: " + "y".repeat(70) + "\n").repeat(20_000) + "\n";
    String folded = "X:" + " y\n".repeat(600_000) + "\n";
    for (String header : List.of(one, many, folded)) {
      assertEquals(List.of("mail_limit"), Seen.in(Mails.single(header)).reasons());
    }
  }

  @Test
  void aMailThatLostItsBoundaryIsBroken() throws IOException {
    byte[] lost = Mails.single("Content-Type: multipart/mixed\n\n--b\n\nx\n--b--\n");
    assertEquals(List.of("mail_broken"), Seen.in(lost).reasons());
  }

  @Test
  void aCutMailGivesWhatIsWhole() throws IOException {
    String part = Mails.part("Content-Type: application/gzip", gzip());
    byte[] mail = Mails.multipart("mixed", part, part);
    Seen seen = Seen.in(Arrays.copyOf(mail, mail.length - 40));
    assertEquals(List.of(XML), seen.documents);
    assertEquals(List.of("truncated"), seen.reasons());
  }

  @Test
  void blankLinesBeforeTheHeaderDoNotHide() throws IOException {
    byte[] mail = Mails.withAttachment("application/gzip", gzip());
    whole(Packed.bytes("\r\n\r\n" + new String(mail, StandardCharsets.UTF_8)));
    whole(Packed.bytes("\u00ef\u00bb\u00bf" + new String(mail, StandardCharsets.UTF_8)));
    whole(Packed.bytes(new String(mail, StandardCharsets.UTF_8).replace("\r", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filename*=utf-8''%zz%",
        "filename*=nonsense''%41",
        "filename*0*=x; filename*7=y; filename*x=z",
        "filename*=''; filename*99999999999=a",
        "filename=\"=?x?B?!?=\"",
        "; ; =",
        "filename=\""
      })
  void aNameThatCannotBeReadHidesNothing(String parameter) throws IOException {
    String header = "Content-Disposition: attachment; " + parameter;
    whole(Mails.multipart("mixed", Mails.part(header, gzip())));
  }

  @Test
  void oneUnreadableAttachmentDoesNotHideTheNext() throws IOException {
    String cut = Mails.part("Content-Type: a/b", Arrays.copyOf(gzip(), 30));
    String whole = Mails.part("Content-Type: a/b", gzip());
    Seen seen = Seen.in(Mails.multipart("mixed", cut, whole));
    assertEquals(List.of(XML), seen.documents);
    assertEquals(List.of("truncated"), seen.reasons());
  }
}

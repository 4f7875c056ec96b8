package dmarcreports.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mails that multiply, mails that are broken, and mails that are only odd (C1 to C3). */
final class Mails {
  private static final String FROM = "From: a@b.example\nSubject: Report domain: example.com\n";
  private static final String PART =
      "Content-Type: application/octet-stream; name=r.xml\nContent-Transfer-Encoding: base64\n\n";

  private Mails() {}

  static void addTo(HostileFiles all) {
    bombs(all);
    headers(all);
    broken(all);
    odd(all);
  }

  private static String base64(byte[] bytes) {
    return Base64.getMimeEncoder().encodeToString(bytes).replace("\r", "") + "\n";
  }

  private static byte[] report(String id) {
    return Report.xml(id, HostileFiles.MESSAGES).getBytes(UTF_8);
  }

  /** A mail with some attachments. */
  static byte[] mixed(byte[]... attachments) {
    StringBuilder mail = new StringBuilder(FROM + "Content-Type: multipart/mixed; boundary=b\n\n");
    for (byte[] attachment : attachments) {
      mail.append("--b\n").append(PART).append(base64(attachment));
    }
    return mail.append("--b--\n").toString().getBytes(UTF_8);
  }

  private static void bombs(HostileFiles all) {
    String nested =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n")
            .collect(Collectors.joining());
    all.add("c1-multiparts.eml", "mail_limit", FROM + nested);
    all.add(
        "c1-same-boundary.eml",
        "mail_limit",
        FROM + "Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat(50_000));
    all.add(
        "c1-messages.eml", "mail_limit", FROM + "Content-Type: message/rfc822\n\n".repeat(20_000));
    String siblings = "--b\n\nx\n".repeat(500_000);
    all.add(
        "c1-siblings.eml",
        "mail_limit",
        FROM + "Content-Type: multipart/mixed; boundary=b\n\n" + siblings + "--b--\n");
    all.add("c1-blank-lines.eml", HostileFile.NOT_A_REPORT, FROM + "\n" + "\n".repeat(512 << 10));
    all.add("c1-long-line.eml", HostileFile.NOT_A_REPORT, FROM + "\n" + "x".repeat(8 << 20));
    all.add(
        "c1-base64-line.eml",
        HostileFile.GOOD,
        FROM
            + PART
            + Base64.getEncoder()
                .encodeToString(
                    Pack.join(report("c1-base64-line"), " ".repeat(4 << 20).getBytes(UTF_8))));
  }

  private static void headers(HostileFiles all) {
    all.add("c1-header-flood.eml", "mail_limit", "X-A: b\n".repeat(400_000) + FROM + "\nx");
    all.add(
        "c1-header-4-mib.eml", "mail_limit", "X-A: " + "x".repeat(4 << 20) + "\n" + FROM + "\nx");
    all.add(
        "c1-folded-4-mib.eml", "mail_limit", "X-A: a\n" + " x\n".repeat(1 << 20) + FROM + "\nx");
    String[] values = {
      "(".repeat(15_000),
      "=?utf-8?q?a?= ".repeat(1_000),
      "a@b.example, ".repeat(1_000),
      "\"".repeat(15_001),
      "; a*0*=utf-8''a".repeat(900),
      "; filename*0=a".repeat(1_000),
      "; filename*=utf-8''%ff%fe%zz",
      "=?x-none?b?////?="
    };
    for (int i = 0; i < values.length; i++) {
      for (String field :
          new String[] {"Content-Type: application/xml", "Content-Disposition: attachment"}) {
        String id = "c1-field-" + i + (field.contains("Type") ? "-type" : "-disposition");
        all.add(
            id + ".eml",
            HostileFile.GOOD,
            FROM
                + field
                + (values[i].startsWith(";") ? "" : "; filename=")
                + values[i]
                + "\n\n"
                + Report.xml(id, 3));
      }
    }
  }

  private static void broken(HostileFiles all) {
    String type = FROM + "Content-Type: multipart/mixed";
    String xml = Report.xml("c2", 3);
    all.add("c2-no-boundary.eml", "mail_broken", type + "\n\n--b\n\n" + "hello\n--b--\n");
    all.add(
        "c2-empty-boundary.eml",
        HostileFile.NOT_A_REPORT,
        type + "; boundary=\"\"\n\n--\n\nhello\n");
    all.add(
        "c2-other-boundary.eml", "mail_broken", type + "; boundary=c\n\n--b\n\n" + xml + "--b--\n");
    all.add(
        "c2-unclosed.eml",
        HostileFile.GOOD,
        type + "; boundary=b\n\n--b\n\n" + Report.xml("c2-unclosed", 3));
    all.add(
        "c2-cut-base64.eml", "truncated", FROM + PART + base64(report("c2-cut")).substring(0, 400));
    all.add(
        "c2-unknown-encoding.eml",
        HostileFile.GOOD,
        FROM + "Content-Transfer-Encoding: x-none\n\n" + Report.xml("c2-unknown", 3));
    all.add("c2-junk-base64.eml", HostileFile.NOT_A_REPORT, FROM + PART + "!!!! not base64 !!!!\n");
    all.add("c2-header-only.eml", HostileFile.NOT_A_REPORT, FROM);
    all.add(
        "c2-no-colon.eml",
        HostileFile.GOOD,
        FROM + "this is no header\n\n" + Report.xml("c2-no-colon", 3));
    all.add("c2-nul.eml", HostileFile.NOT_A_REPORT, FROM + "X: \0\0\n\nhello");
    all.add(
        "c2-control.eml",
        HostileFile.GOOD,
        FROM + "X-\u0001: \u001b]0;x\u0007\n\n" + Report.xml("c2-control", 3));
  }

  private static void odd(HostileFiles all) {
    all.add("c3-octets.eml", HostileFile.GOOD, FROM + PART + base64(report("c3-octets")));
    all.add(
        "c3-crlf.eml",
        HostileFile.GOOD,
        (FROM + PART + base64(report("c3-crlf"))).replace("\n", "\r\n"));
    all.add(
        "c3-picture-type.eml",
        HostileFile.GOOD,
        FROM
            + PART.replace("application/octet-stream", "image/png")
            + base64(report("c3-picture")));
    all.add(
        "c3-text.eml",
        HostileFile.GOOD,
        FROM + "Content-Type: text/plain\n\n" + Report.xml("c3-text", 3));
    all.add(
        "c3-quoted.eml",
        HostileFile.GOOD,
        FROM
            + "Content-Transfer-Encoding: quoted-printable\n\n"
            + Report.xml("c3-quoted", 3).replace("=", "=3D").replace("<row>", "=\n<row>"));
    all.add("c3-two.eml", HostileFile.GOOD, 6, mixed(report("c3-two-a"), report("c3-two-b")));
    all.add(
        "c3-forwarded.eml",
        HostileFile.GOOD,
        FROM
            + "Content-Type: message/rfc822\n\n"
            + new String(mixed(report("c3-forwarded")), UTF_8));
    String slip = PART.replace("r.xml", "\"../../../../tmp/escaped.xml\"");
    all.add("b5-slip.eml", HostileFile.GOOD, FROM + slip + base64(report("b5-slip-mail")));
    all.add(
        "c3-two.mbox",
        HostileFile.GOOD,
        6,
        Pack.join(
            "From x Thu Jan  1 00:00:00 2026\n".getBytes(UTF_8),
            mixed(report("c3-mbox-a")),
            "\nFrom x Thu Jan  1 00:00:00 2026\n".getBytes(UTF_8),
            mixed(report("c3-mbox-b"))));
    all.add(
        "c3-html.eml",
        HostileFile.NOT_A_REPORT,
        FROM
            + "Content-Type: text/html\n\n<html><img src='"
            + all.canary().url("http")
            + "'></html>");
    all.add(
        "c3-external-body.eml",
        HostileFile.NOT_A_REPORT,
        FROM
            + "Content-Type: message/external-body; access-type=URL; URL=\""
            + all.canary().url("http")
            + "\"\n\nContent-Type: text/plain\n\n");
  }
}

package dmarcreports.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

/** Odd reports that must be read, and good ones that end badly (A10, A11). */
final class OddXml {
  private OddXml() {}

  static void addTo(HostileFiles all) throws IOException {
    odd(all);
    shapes(all);
    partial(all);
  }

  private static void odd(HostileFiles all) {
    String good = HostileFile.GOOD;
    all.add("a10-bom.xml", good, "\ufeff" + Report.xml("a10-bom", 3));
    String utf16 = Report.with("a10-utf16", "UTF-8", "UTF-16");
    all.add("a10-utf16.xml", good, utf16.getBytes(UTF_16));
    all.add("a10-utf16be.xml", good, utf16.replace("a10-", "be-").getBytes(UTF_16BE));
    all.add("a10-utf16le.xml", good, utf16.replace("a10-", "le-").getBytes(UTF_16LE));
    String umlaut = Report.with("a10-latin1", "mx.example.net<", "M\u00fcller<");
    all.add("a10-latin1.xml", good, umlaut.getBytes(ISO_8859_1));
    all.add(
        "a10-latin1-declared.xml",
        good,
        umlaut.replace("a10-", "d-").replace("UTF-8", "ISO-8859-1").getBytes(ISO_8859_1));
    String base = Report.xml("a10-no-declaration", 3);
    all.add("a10-no-declaration.xml", good, base.substring(base.indexOf("<feedback>")));
    all.add("a10-blanks.xml", good, "\n\r\t  " + Report.xml("a10-blanks", 3));
    all.add("a10-junk-before.xml", good, "Here it is:\n" + Report.xml("a10-junk-before", 3));
    all.add(
        "a10-html-doctype.xml",
        good,
        Report.with("a10-html", "<feedback>", "<!DOCTYPE html><feedback>"));
    all.accepted("a10-emoji.xml", "<feedback>", "<!-- \ud83d\ude00 --><feedback>");
    all.accepted("a10-cr.xml", "\n", "\r");
    all.accepted("a10-crlf.xml", "\n", "\r\n");
  }

  private static void shapes(HostileFiles all) {
    String urn = "urn:ietf:params:xml:ns:dmarc-2.0";
    all.accepted("a10-namespace.xml", "<feedback>", "<feedback xmlns=\"" + urn + "\">");
    String xml = Report.xml("a10-prefix", 3).replaceAll("<(/?)([a-z])", "<$1d:$2");
    all.add(
        "a10-prefix.xml",
        HostileFile.GOOD,
        xml.replace("<d:feedback", "<d:feedback xmlns:d=\"" + urn + "\""));
    all.accepted("a10-unknown.xml", "<record>", "<x><record><count>9</count></record></x><record>");
    all.accepted(
        "a10-extension.xml", "<record>", "<e:a xmlns:e=\"urn:e\"><e:record/></e:a><record>");
    all.accepted("a10-hardfail.xml", "softfail", "hardfail");
    all.accepted("a10-lang.xml", "<org_name>", "<org_name lang=\"en\">");
    all.accepted("a10-ampersand.xml", "mx.example.net<", "A & B<");
    all.accepted("a10-angle.xml", "mx.example.net<", "A <b@c.example><");
    all.accepted("a10-control.xml", "mx.example.net<", "A\u0008B<");
    all.accepted("a10-cdata.xml", ">3<", "><![CDATA[3]]><");
    all.accepted("a10-comment-in-value.xml", ">192.0.2.1<", ">192.<!-- x -->0.2.1<");
    all.accepted("a10-references.xml", ">3<", ">&#51;<");
    all.accepted(
        "a10-nil.xml",
        "<count>",
        "<count xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
    all.accepted("a10-blank-values.xml", ">3<", ">\n 3 \t<");
    String escaped = Report.xml("a10-escaped", 3);
    all.add(
        "a10-escaped.xml",
        HostileFile.GOOD,
        "<?xml version=\"1.0\"?><doc>"
            + escaped.substring(escaped.indexOf("<feedback>")).replace("<", "&lt;")
            + "</doc>");
    all.accepted("a10-policy-behind.xml", "<record>", "<record>");
  }

  private static void partial(HostileFiles all) throws IOException {
    String records = Report.record("1").repeat(2_000);
    String many = Report.head("a11") + records;
    all.add("a11-cut.xml", "truncated", many.substring(0, many.length() - 100));
    all.add("a11-no-end.xml", "truncated", many);
    for (String count : new String[] {"", "-5", "many", "9223372036854775808"}) {
      String name = "a11-last-count-" + (count.isEmpty() ? "empty" : count) + ".xml";
      all.add(name, "bad_field", many + Report.record(count) + "</feedback>");
    }
    all.add("a11-last-mismatch.xml", "not_xml", many + "</record></feedback>");
    byte[] gzip = Pack.gzip((many + "</feedback>").getBytes(UTF_8));
    all.add("a11-no-trailer.xml.gz", "truncated", Arrays.copyOf(gzip, gzip.length - 8));
    byte[] sum = gzip.clone();
    sum[gzip.length - 8] ^= 1;
    all.add("a11-bad-crc.xml.gz", "archive_broken", sum);
    byte[] length = gzip.clone();
    length[gzip.length - 4] ^= 1;
    all.add("a11-bad-length.xml.gz", "archive_broken", length);
    all.add("a11-cut.xml.gz", "truncated", Arrays.copyOf(gzip, gzip.length / 2));
    byte[] good = Report.xml("a11-second", 3).getBytes(UTF_8);
    byte[] bad = many.getBytes(UTF_8);
    all.add("a11-second-member.zip", "good truncated", Pack.zip("a.xml", good, "b.xml", bad));
    all.add(
        "a11-first-member.zip",
        "good truncated",
        Pack.zip("a.xml", bad, "b.xml", Report.xml("a11-first", 3).getBytes(UTF_8)));
    all.add(
        "a11-second-attachment.eml",
        "good truncated",
        Mails.mixed(Report.xml("a11-attached", 3).getBytes(UTF_8), bad));
  }
}

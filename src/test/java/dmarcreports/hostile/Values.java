package dmarcreports.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Counts, dates and addresses that are none (D7 to D9), and reports that meet twice (E). */
final class Values {
  private static final String COUNT = "<count>3</count>";
  private static final String BEGIN = "<begin>1767225600</begin>";
  private static final String END = "<end>1767311999</end>";

  private Values() {}

  static void addTo(HostileFiles all) {
    counts(all);
    dates(all);
    addresses(all);
    meetings(all);
  }

  private static void counts(HostileFiles all) {
    String[] bad = {
      "9223372036854775808",
      "18446744073709551616",
      "-5",
      "-0",
      "1.5",
      "1e3",
      "0x10",
      "\u0663",
      "",
      " ",
      "many",
      "3 4",
      "1,000",
      "NaN",
      "\uff13",
      "3;"
    };
    for (int i = 0; i < bad.length; i++) {
      all.changed("d7-count-" + i + ".xml", "bad_field", COUNT, "<count>" + bad[i] + "</count>");
    }
    all.changed("d7-count-none.xml", "missing_field", COUNT, "");
    all.changed("d7-count-twice.xml", "bad_field", COUNT, "<count>3</count><count>4</count>");
    all.accepted("d7-count-same-twice.xml", COUNT, COUNT + COUNT);
    all.accepted("d7-count-zeros.xml", COUNT, "<count>0003</count>");
    all.add(
        "d7-count-zero.xml",
        HostileFile.GOOD,
        0,
        Report.with("d7-count-zero", ">3<", ">0<").getBytes(UTF_8));
    all.add(
        "d7-count-large.xml",
        HostileFile.GOOD,
        94_143_178_827L,
        Report.xml("d7-large", 94_143_178_827L).getBytes(UTF_8));
    all.accepted("d7-pct.xml", "<p>none</p>", "<p>none</p><pct>-999999999999999999999</pct>");
  }

  private static void dates(HostileFiles all) {
    String[] bad = {
      "",
      "yesterday",
      "-1",
      "9223372036854775808",
      "999999999999999999999999",
      "1e9",
      "2026-01-01T00:00:00Z"
    };
    for (int i = 0; i < bad.length; i++) {
      all.changed("d8-begin-" + i + ".xml", "bad_field", BEGIN, "<begin>" + bad[i] + "</begin>");
      all.changed("d8-end-" + i + ".xml", "bad_field", END, "<end>" + bad[i] + "</end>");
    }
    all.changed("d8-none.xml", "missing_field", BEGIN, "", END, "");
    all.accepted(
        "d8-reversed.xml", BEGIN, "<begin>1767311999</begin>", END, "<end>1767225600</end>");
    all.accepted(
        "d8-milliseconds.xml", "1767225600", "1767225600000", "1767311999", "1767311999000");
    all.accepted("d8-fraction.xml", "1767225600", "1767225600.5");
    all.accepted("d8-same.xml", END, "<end>1767225600</end>");
    all.accepted("d8-ten-years.xml", BEGIN, "<begin>1451606400</begin>");
  }

  private static void addresses(HostileFiles all) {
    String[] odd = {
      "mx.example.net",
      "http://127.0.0.1/",
      "192.0.2.1:25",
      "192.0.2.0/24",
      "0300.0.2.1",
      "192.0.513",
      "3221225985",
      "",
      "unknown",
      "::ffff:192.0.2.1",
      "fe80::1%eth0",
      "[2001:db8::1]",
      "256.1.1.1",
      "localhost"
    };
    for (int i = 0; i < odd.length; i++) {
      all.accepted("d9-ip-" + i + ".xml", ">192.0.2.1<", ">" + odd[i] + "<");
    }
  }

  private static void meetings(HostileFiles all) {
    String xml = Report.xml("e-first", 3);
    all.add("e0-first.xml", HostileFile.GOOD, xml);
    all.add("e3-blanks.xml", "duplicate", xml.replace("\n", "\n  "));
    all.add("e3-mail.eml", "duplicate", Mails.mixed(xml.getBytes(UTF_8)));
    all.add("e5-other-count.xml", "conflict", xml.replace(COUNT, "<count>1000</count>"));
    all.add("e4-other-org.xml", HostileFile.GOOD, xml.replace("mx.example.net<", "other.example<"));
    all.add("e4-other-day.xml", HostileFile.GOOD, xml.replace("1767", "1766"));
    all.add(
        "e4-other-domain.xml",
        HostileFile.GOOD,
        xml.replace("<domain>example.com</domain><adkim>", "<domain>example.org</domain><adkim>"));
    all.accepted("e1-forged.xml", "mx.example.net<", "google.com<");
  }
}

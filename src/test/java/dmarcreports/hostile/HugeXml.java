package dmarcreports.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Pieces of XML that are larger than the memory, and reports that are (A6, A7). */
final class HugeXml {
  private static final int MEBIBYTES = 64;
  private static final int RECORDS = 100_000;

  private HugeXml() {}

  static void addTo(HostileFiles all) {
    huge(all, "a6-text.xml", "xml_limit", "<record>");
    huge(all, "a6-org-name.xml", "xml_limit", "<record><org_name>");
    huge(all, "a6-cdata.xml", "xml_limit", "<record><![CDATA[");
    huge(all, "a6-comment.xml", "xml_limit", "<record><!-- ");
    huge(all, "a6-instruction.xml", "xml_limit", "<?x ");
    huge(all, "a6-attribute.xml", "xml_limit", "<record a=\"");
    huge(all, "a6-attribute-name.xml", "xml_limit", "<record ");
    huge(all, "a6-name.xml", "xml_limit", "<");
    huge(all, "a6-end-tag.xml", "xml_limit", "</");
    huge(all, "a6-reference.xml", "xml_limit", "<record>&");
    huge(all, "a6-namespace.xml", "xml_limit", "<record xmlns=\"");
    all.add(
        "a6-comment-before.xml",
        HostileFile.GOOD,
        HostileFiles.MESSAGES,
        out -> {
          String xml = Report.xml("a6-comment-before", HostileFiles.MESSAGES);
          int root = xml.indexOf("<feedback>");
          out.write((xml.substring(0, root) + "<!-- ").getBytes(UTF_8));
          fill(out);
          out.write((" -->" + xml.substring(root)).getBytes(UTF_8));
        });
    all.add(
        "a6-nothing-but-tag.xml",
        HostileFile.NOT_A_REPORT,
        0,
        out -> {
          out.write('<');
          fill(out);
        });
    all.add(
        "a6-junk-before.xml",
        HostileFile.NOT_A_REPORT,
        0,
        out -> {
          out.write("<?xml version='1.0'?>".getBytes(UTF_8));
          fill(out);
          out.write(Report.xml("a6-junk-before", 1).substring(40).getBytes(UTF_8));
        });
    all.add(
        "a7-many-records.xml",
        HostileFile.GOOD,
        RECORDS,
        out -> {
          out.write(Report.head("a7-many-records").getBytes(UTF_8));
          byte[] record = Report.record("1").getBytes(UTF_8);
          for (int i = 0; i < RECORDS; i++) {
            out.write(record);
          }
          out.write("</feedback>".getBytes(UTF_8));
        });
    String signature = "<dkim><domain>a.example</domain><result>pass</result></dkim>";
    all.changed(
        "a7-many-signatures.xml",
        "xml_limit",
        "<auth_results>",
        "<auth_results>" + signature.repeat(100_000));
    all.changed(
        "a7-many-reasons.xml",
        "xml_limit",
        "</policy_evaluated>",
        "<reason><type>other</type></reason>".repeat(100_000) + "</policy_evaluated>");
    all.changed(
        "a7-many-errors.xml",
        "xml_limit",
        "</report_metadata>",
        "<error>e</error>".repeat(200_000) + "</report_metadata>");
    all.changed(
        "a7-many-unknown.xml", HostileFile.GOOD, "<record>", "<x/>".repeat(300_000) + "<record>");
    String early = Report.record("1").repeat(20_000);
    all.changed(
        "a7-early-records.xml", "xml_limit", "<report_metadata>", early + "<report_metadata>");
  }

  private static void huge(HostileFiles all, String name, String expected, String before) {
    all.add(
        name,
        expected,
        0,
        out -> {
          out.write((Report.head(name) + before).getBytes(UTF_8));
          fill(out);
        });
  }

  private static void fill(java.io.OutputStream out) throws java.io.IOException {
    byte[] mebibyte = new byte[1 << 20];
    Arrays.fill(mebibyte, (byte) 'x');
    for (int i = 0; i < MEBIBYTES; i++) {
      out.write(mebibyte);
    }
  }
}

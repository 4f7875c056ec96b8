package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dmarcreports.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CSV that takes the place of parsedmarc's. */
class ParsedmarcExportTest {
  private static final String COLUMNS =
      "xml_schema,org_name,org_email,org_extra_contact_info,report_id,begin_date,end_date,"
          + "normalized_timespan,errors,domain,adkim,aspf,p,sp,np,pct,fo,testing,"
          + "discovery_method,source_ip_address,source_country,source_reverse_dns,"
          + "source_base_domain,source_name,source_type,source_asn,source_as_name,"
          + "source_as_domain,count,spf_aligned,dkim_aligned,dmarc_aligned,disposition,"
          + "policy_override_reasons,policy_override_comments,envelope_from,header_from,"
          + "envelope_to,dkim_domains,dkim_selectors,dkim_results,spf_domains,spf_scopes,"
          + "spf_results";

  @TempDir Path folder;

  private String exported(Path reports) {
    Program program = new Program(folder, "reports");
    assertEquals(0, program.run("ingest", reports.toString(), "-q"), program.err);
    return program.printed("export", "--format", "parsedmarc-csv");
  }

  private List<Map<String, String>> rows(String report) throws Exception {
    Path file = folder.resolve("report.xml");
    Files.writeString(file, report);
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper().readerForMapOf(String.class).with(header).readValues(exported(file))) {
      return rows.readAll();
    }
  }

  private static void assertRow(String expected, Map<String, String> row) {
    for (String one : expected.split("\n")) {
      String[] sides = one.split(" = ", -1);
      assertEquals(sides[1], row.get(sides[0]), sides[0]);
    }
  }

  @Test
  void theSampleReportsAreAsParsedmarcWritesThem() throws Exception {
    String csv = exported(Path.of("sample-reports"));
    assertEquals(COLUMNS + ",failure,class,recommendations", csv.lines().findFirst().get());
    Golden.assertMatches("output/parsedmarc.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void allThatAReportSaysHasItsCell() throws Exception {
    List<Map<String, String>> rows =
        rows(
            """
            <feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0"><version>1.0</version>
            <report_metadata><org_name>mx3.Receiver.example</org_name><email>a@receiver.example</email>
            <extra_contact_info>see our page</extra_contact_info><report_id>&lt;17@receiver.example&gt;</report_id>
            <date_range><begin>1793491200</begin><end>1793577600</end></date_range>
            <error>late</error><error>one record left out</error></report_metadata>
            <policy_published><domain>example.com</domain><p>none</p><np>reject</np><adkim>s</adkim>
            <fo>1:d</fo><testing>y</testing><discovery_method>treewalk</discovery_method></policy_published>
            <record><row><source_ip>2001:DB8::1</source_ip><count>3</count><policy_evaluated>
            <disposition>quarantine</disposition><dkim>fail</dkim><spf>pass</spf>
            <reason><type>local_policy</type><comment>arc=pass</comment></reason>
            <reason><type>mailing_list</type></reason></policy_evaluated></row>
            <identifiers><envelope_to>Example.org</envelope_to><envelope_from/><header_from>News.Example.com</header_from></identifiers>
            <auth_results><dkim><domain>A.example</domain><selector>S1</selector><result>pass</result></dkim>
            <dkim><domain>b.example</domain><result>fail</result></dkim>
            <spf><domain>helo.example</domain><scope>helo</scope><result>none</result></spf>
            <spf><domain>Bounce.Example.com</domain><result>pass</result></spf></auth_results></record>
            </feedback>
            """);
    assertEquals(1, rows.size());
    assertRow(
        """
        xml_schema = 1.0
        org_name = receiver.example
        org_email = a@receiver.example
        org_extra_contact_info = see our page
        report_id = 17
        begin_date = 2026-11-01 00:00:00
        end_date = 2026-11-02 00:00:00
        normalized_timespan = False
        errors = late|one record left out
        domain = example.com
        adkim = s
        aspf = r
        p = none
        sp = none
        np = reject
        pct =\s
        fo = 1:d
        testing = y
        discovery_method = treewalk
        source_ip_address = 2001:db8::1
        source_country =\s
        count = 3
        spf_aligned = True
        dkim_aligned = False
        dmarc_aligned = True
        disposition = quarantine
        policy_override_reasons = local_policy,mailing_list
        policy_override_comments = arc=pass|none
        envelope_from = bounce.example.com
        header_from = news.example.com
        envelope_to = example.org
        dkim_domains = a.example,b.example
        dkim_selectors = s1,none
        dkim_results = pass,fail
        spf_domains = helo.example,bounce.example.com
        spf_scopes = helo,mfrom
        spf_results = none,pass
        """,
        rows.get(0));
  }

  @Test
  void aLongWindowIsSharedOutAmongItsDaysAndWhatIsMissingHasItsDefault() throws Exception {
    List<Map<String, String>> rows =
        rows(
            """
            <feedback><report_metadata><org_name>Some Receiver</org_name><report_id>=1</report_id>
            <date_range><begin>1793534400</begin><end>1793707200</end></date_range></report_metadata>
            <policy_published><domain>example.com</domain><p>reject</p></policy_published>
            <record><row><source_ip>192.0.2.1</source_ip><count>8</count><policy_evaluated/></row>
            <identifiers><header_from>example.com</header_from></identifiers></record></feedback>
            """);
    assertEquals(List.of("2", "4", "2"), rows.stream().map(row -> row.get("count")).toList());
    assertRow(
        """
        xml_schema = draft
        org_name = Some Receiver
        report_id = '=1
        begin_date = 2026-11-02 00:00:00
        end_date = 2026-11-03 00:00:00
        normalized_timespan = True
        sp = reject
        spf_aligned = False
        disposition = none
        policy_override_reasons =\s
        envelope_from =\s
        dkim_domains =\s
        dkim_selectors =\s
        """,
        rows.get(1));
  }

  @Test
  void whatElseIsWrittenThereIsRefused() {
    Program program = new Program(folder, "reports");
    assertEquals(2, program.run("export", "--format", "parsedmarc"));
    assertTrue(program.err.contains("parsedmarc-csv"), program.err);
  }
}

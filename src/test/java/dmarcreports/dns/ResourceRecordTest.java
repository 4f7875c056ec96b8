package dmarcreports.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dmarcreports.dns.ResourceRecord.Address;
import dmarcreports.dns.ResourceRecord.MailExchange;
import dmarcreports.dns.ResourceRecord.Pointer;
import dmarcreports.dns.ResourceRecord.Text;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceRecordTest {
  @Test
  void recordsAreWrittenAsInAMasterFile() {
    assertEquals(
        "a.b. TXT \"v=spf1 -all\"",
        new ResourceRecord("a.b", new Text(List.of("v=spf1 -all"))).toString());
    assertEquals("\"a\" \"b\"", new Text(List.of("a", "b")).toString());
    assertEquals(
        "\"\\\"\\\\ ~\\127\\031\\000\\255\"",
        new Text(List.of("\"\\ ~\u007f\u001f\u0000\u00ff")).toString());
    assertEquals("10 mx.a.b.", new MailExchange(10, "mx.a.b").toString());
    assertEquals("0 .", new MailExchange(0, "").toString());
    assertEquals(
        "a. CNAME b.", new ResourceRecord("a", new Pointer(RecordType.CNAME, "b")).toString());
    assertEquals(
        "a. AAAA 2001:db8::1",
        new ResourceRecord("a", new Address(new SourceIp("2001:db8::1"))).toString());
    assertEquals(RecordType.A, new Address(new SourceIp("192.0.2.1")).type());
  }

  @Test
  void whatIsFoundIsSortedAndSomething() {
    ResourceRecord a = new ResourceRecord("a", new Text(List.of("1", "2")));
    ResourceRecord b = new ResourceRecord("a", new MailExchange(1, "b"));
    Answer.Found found = new Answer.Found(List.of(), List.of(a, b));
    assertEquals(List.of(b, a), found.records());
    assertEquals(List.of("12"), found.texts());
    assertThrows(IllegalArgumentException.class, () -> new Answer.Found(List.of(), List.of()));
    Answer none = new Answer.Absent(Answer.Absence.DATA, List.of());
    assertEquals(List.of(), none.found());
    assertEquals(List.of(), none.texts());
  }

  @Test
  void questionsAreInTheOrderOfTheirNames() {
    Question a = Question.txt(new DomainName("a.example"));
    Question b = Question.of(new DomainName("b.example"), RecordType.A);
    assertEquals("a.example. TXT", a.toString());
    assertEquals(-1, Integer.signum(a.compareTo(b)));
    Question alias = Question.of(new DomainName("a.example"), RecordType.CNAME);
    assertEquals(-1, Integer.signum(a.compareTo(alias)));
  }
}

package dmarcreports.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dmarcreports.PostgresServer;
import dmarcreports.dns.Answer;
import dmarcreports.dns.LookedUp;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord;
import dmarcreports.dns.ResourceRecord.Address;
import dmarcreports.dns.ResourceRecord.Data;
import dmarcreports.dns.ResourceRecord.MailExchange;
import dmarcreports.dns.ResourceRecord.Pointer;
import dmarcreports.dns.ResourceRecord.Text;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What DNS answered is kept, and since when it answers so. */
class StoredLookupsTest {
  private static final Question DMARC = Question.txt(new DomainName("_dmarc.example.com"));
  private static final Answer NONE = new Answer.Absent(Answer.Absence.NAME, List.of());
  private static final Answer PUBLISHED = text("v=DMARC1; p=none");
  private static final Answer STRICTER = text("v=DMARC1; p=reject");
  private static final Answer SILENCE = new Answer.Failed(Answer.Failure.TIMEOUT, "192.0.2.53");

  @TempDir Path directory;
  private String url = "";

  private ReportReader open(String kind) {
    if (url.isEmpty()) {
      url =
          kind.equals("h2")
              ? directory.resolve("reports").toString()
              : PostgresServer.shared().newDatabase();
      ReportStore.open(Databases.parse(url), Duration.ZERO, Instant.EPOCH, "test").close();
    }
    return ReportReader.open(Databases.parse(url), Duration.ZERO);
  }

  private static Answer text(String... strings) {
    return found("_dmarc.example.com", new Text(List.of(strings)));
  }

  private static Answer found(String owner, Data... data) {
    return new Answer.Found(
        List.of(), Arrays.stream(data).map(one -> new ResourceRecord(owner, one)).toList());
  }

  private static LookedUp on(int day, Answer answer) {
    return LookedUp.at(Instant.EPOCH.plus(Duration.ofDays(day)), DMARC, answer, "192.0.2.53");
  }

  /** Each answer with the days of its first and last look-up. */
  private List<String> kept(String kind) {
    try (ReportReader reader = open(kind)) {
      return reader.lookups().all().stream()
          .map(
              one ->
                  one.answer().getClass().getSimpleName()
                      + one.first().getEpochSecond() / 86_400
                      + "-"
                      + one.last().getEpochSecond() / 86_400)
          .toList();
    }
  }

  private void save(String kind, LookedUp... answers) {
    try (ReportReader reader = open(kind)) {
      reader.lookups().save(List.of(answers));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void anAnswerThatComesAgainHeldOn(String kind) {
    save(kind, on(1, NONE));
    save(kind, on(2, NONE));
    save(kind, on(3, PUBLISHED));
    save(kind, on(5, PUBLISHED));
    save(kind, on(6, SILENCE));
    save(kind, on(7, new Answer.Failed(Answer.Failure.TIMEOUT, "192.0.2.54")));
    save(kind, on(8, PUBLISHED));
    assertEquals(List.of("Absent1-2", "Found3-5", "Failed6-7", "Found8-8"), kept(kind));
  }

  /** Of two runs at once, the one that asked first may be the one that stores last. */
  @Test
  void whatWasAskedBeforeTheNewestMakesItNoOlder() {
    save("h2", on(5, PUBLISHED));
    save("h2", on(4, PUBLISHED));
    assertEquals(List.of("Found5-5"), kept("h2"));
  }

  @Test
  void otherRecordsAreAnotherAnswer() {
    save("h2", on(1, PUBLISHED));
    save("h2", on(2, STRICTER));
    assertEquals(List.of("Found1-1", "Found2-2"), kept("h2"));
  }

  static Stream<Answer> answersOfEveryKind() {
    List<Answer> all = new ArrayList<>();
    for (Answer.Failure failure : Answer.Failure.values()) {
      all.add(new Answer.Failed(failure, "192.0.2.53"));
    }
    List<ResourceRecord> aliases =
        List.of(
            new ResourceRecord("b.example.com", new Pointer(RecordType.CNAME, "a.example.net")),
            new ResourceRecord("a.example.net", new Pointer(RecordType.CNAME, "c.example.net")));
    for (Answer.Absence absence : Answer.Absence.values()) {
      all.add(new Answer.Absent(absence, aliases));
    }
    all.add(new Answer.Found(aliases, ((Answer.Found) text("k=rsa; ", "p=")).records()));
    all.add(text(""));
    all.add(text("\u0000\u001b\"\\, [\u00ff", "é"));
    all.add(found("x.example.com", new MailExchange(0, "")));
    all.add(
        found(
            "x.example.com",
            new MailExchange(10, "a.example.com"),
            new MailExchange(65_535, "b.example.com")));
    all.add(
        found(
            "x.example.com",
            new Address(new SourceIp("192.0.2.1")),
            new Address(new SourceIp("2001:db8::1"))));
    all.add(found("1.2.0.192.in-addr.arpa", new Pointer(RecordType.PTR, "a.example.com")));
    all.add(found("example.com", new Pointer(RecordType.NS, "ns.example.com")));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("answersOfEveryKind")
  void anAnswerIsReadBackAsItWas(Answer answer) {
    save("h2", on(1, answer));
    try (ReportReader reader = open("h2")) {
      assertEquals(List.of(on(1, answer)), reader.lookups().all());
    }
  }

  @Test
  void anAnswerThatChangesAllTheTimeTakesNoMoreThanItsRoom() {
    for (int day = 0; day < 2 * StoredLookups.KEPT + 1; day++) {
      save("h2", on(day, day % 2 == 0 ? NONE : PUBLISHED));
    }
    List<String> kept = kept("h2");
    assertEquals(StoredLookups.KEPT, kept.size());
    assertEquals("Absent100-100", kept.get(kept.size() - 1));
  }

  @Test
  void whatIsPurgedIsWhatDidNotComeAgainSince() {
    Question spf = Question.txt(new DomainName("example.com"));
    save("h2", on(1, NONE), LookedUp.at(Instant.EPOCH, spf, NONE, "192.0.2.53"));
    save("h2", on(9, NONE));
    try (ReportReader reader = open("h2")) {
      reader.lookups().forgetBefore(Instant.EPOCH.plus(Duration.ofDays(5)));
    }
    assertEquals(List.of("Absent1-9"), kept("h2"));
  }

  @Test
  void allOfARunIsKeptOrNothing() {
    LookedUp tooLong =
        LookedUp.at(
            Instant.EPOCH,
            Question.txt(new DomainName("z.example.com")),
            text("x".repeat(1_000_001)),
            "192.0.2.53");
    assertThrows(RuntimeException.class, () -> save("h2", on(1, NONE), tooLong));
    assertEquals(List.of(), kept("h2"));
  }
}

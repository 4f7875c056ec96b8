package dmarcreports.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of a report amount to by themselves. */
class ReportWordsTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-10T00:00:00Z, 2026-01-10T23:59:59Z, 2026-01-10",
    "2026-01-10T00:00:00Z, 2026-01-11T00:00:00Z, 2026-01-10",
    "2026-01-09T17:00:00Z, 2026-01-10T17:00:00Z, 2026-01-10",
    "2026-01-09T05:00:00Z, 2026-01-10T05:00:00Z, 2026-01-09",
    "2026-01-10T12:00:00Z, 2026-01-10T12:00:00Z, 2026-01-10"
  })
  void dayOfAWindowIsThatOfItsMiddle(Instant begin, Instant end, LocalDate day) {
    assertEquals(day, new DateRange(begin, end).day());
  }

  @Test
  void windowDoesNotEndBeforeItBegins() {
    Instant begin = Instant.EPOCH;
    Instant before = begin.minusSeconds(1);
    assertThrows(IllegalArgumentException.class, () -> new DateRange(begin, before));
  }

  @ParameterizedTest
  @CsvSource({
    "example.com p=none sp=reject,            example.com,      none",
    "example.com p=none sp=reject,            news.example.com, reject",
    "example.com p=quarantine,                news.example.com, quarantine",
    "example.com p=none sp=reject np=none,    news.example.com, reject"
  })
  void namesBelowHaveTheirOwnPolicyWhereThereIsOne(String record, String author, String policy) {
    assertEquals(
        policy,
        Reports.policy(record)
            .policyFor(new DomainName(author))
            .orElseThrow()
            .name()
            .toLowerCase(Locale.ROOT));
  }

  @Test
  void whatIsTooManyStaysTheGreatestNumber() {
    assertEquals(5, Messages.sum(2, 3));
    assertEquals(Long.MAX_VALUE, Messages.sum(Long.MAX_VALUE - 1, 1));
    assertEquals(Long.MAX_VALUE, Messages.sum(Long.MAX_VALUE, 1));
    assertEquals(Long.MAX_VALUE, Messages.sum(Long.MAX_VALUE, Long.MAX_VALUE));
  }

  @Test
  void documentIsCalledByTheLastNameOnTheWay() {
    assertEquals("a.xml", new Origin("a.xml", List.of()).name());
    Origin inside = new Origin("inbox.mbox", List.of("message 3", "a.zip", "a.xml"));
    assertEquals("a.xml", inside.name());
    assertEquals("message 3 > a.zip > a.xml", inside.member());
    assertEquals("inbox.mbox > message 3 > a.zip > a.xml", inside.toString());
  }

  @Test
  void namesStandInTheAlphabet() {
    List<DomainName> names =
        List.of(new DomainName("a.example"), new DomainName("b.example"), new DomainName("com"));
    assertEquals(
        names, List.of(names.get(2), names.get(0), names.get(1)).stream().sorted().toList());
  }
}

package dmarcreports.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dmarcreports.report.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was looked up before is told again, and nobody is asked. */
class SnapshotTest {
  private static final Question QUESTION = Question.txt(new DomainName("example.com"));

  /** One look-up a day: + it is there, - it is not, ? it could not be told. */
  private static Snapshot nights(String days) {
    List<LookedUp> all = new ArrayList<>();
    for (int i = 0; i < days.length(); i++) {
      String data = days.charAt(i) == '+' ? "here" : days.charAt(i) == '-' ? "-" : "!TIMEOUT";
      all.addAll(Shown.on(day(i), "example.com TXT " + data));
    }
    return Snapshot.of(all, Instant.EPOCH);
  }

  private static Instant day(int number) {
    return Shown.DAY.plus(Duration.ofDays(number));
  }

  @ParameterizedTest(name = "{0}: since day {1}")
  @CsvSource({
    "+, 0", "-, ", "?, ", "-+, 1", "-++, 1", "+-+, 2", "+-, ", "+?+, 0", "-?+, 2", "?+, 1", "++?, "
  })
  void thereSinceTheFirstLookUpThatSawItWithoutAGap(String days, Integer since) {
    assertEquals(
        Optional.ofNullable(since).map(SnapshotTest::day),
        nights(days).since(QUESTION, answer -> !answer.found().isEmpty()));
  }

  @ParameterizedTest(name = "{0}: at first {1}")
  @CsvSource({"+, true", "-+, false", "+-+-, true", "?+-, true", "?-+, false"})
  void whatWasKnownAtFirst(String days, boolean there) {
    assertEquals(there, !nights(days).first(QUESTION).found().isEmpty());
  }

  @Test
  void ofWhatOnlyFailedTheFirstIsAFailure() {
    assertInstanceOf(Answer.Failed.class, nights("??").first(QUESTION));
    assertInstanceOf(Answer.Failed.class, Snapshot.NONE.first(QUESTION));
  }

  @Test
  void whatWasNotAskedIsNotThereAndNotNotThere() {
    Answer.Failed failed = assertInstanceOf(Answer.Failed.class, Snapshot.NONE.answer(QUESTION));
    assertEquals(Answer.Failure.NOT_ASKED, failed.kind());
    assertEquals(Optional.empty(), Snapshot.NONE.asOf());
  }

  @Test
  void whatWasAskedTooLongAgoIsAsIfItNeverWas() {
    List<LookedUp> all = new ArrayList<>(Shown.on(day(0), "example.com TXT old"));
    all.addAll(Shown.on(day(3), "example.org TXT new"));
    Snapshot shown = Snapshot.of(all, day(1));
    assertEquals(Optional.empty(), shown.newest(QUESTION));
    assertEquals(List.of("new"), shown.answer(Question.txt(new DomainName("example.org"))).texts());
    assertEquals(Optional.of(day(3)), shown.asOf());
  }

  @Test
  void namesOfAddressesCountLongerAndAFailureTakesNoneBack() {
    String reverse = "9.2.0.192.in-addr.arpa PTR ";
    List<LookedUp> all = new ArrayList<>(Shown.on(day(0), "example.com TXT old"));
    all.addAll(Shown.on(day(0), reverse + "a.example.", "gone.example A -"));
    all.addAll(Shown.on(day(5), reverse + "!SERVFAIL"));
    Question question = Shown.on(day(0), reverse + "-").get(0).question();
    assertEquals(
        "a.example.",
        Snapshot.of(all, day(4), day(0)).ofNames().answer(question).found().get(0).data() + "");
    assertEquals(
        Optional.empty(), Snapshot.of(all, day(4), day(0)).ofNames().newest(QUESTION), "no name");
    assertEquals(Optional.empty(), Snapshot.of(all, day(4), day(1)).ofNames().newest(question));
    assertInstanceOf(
        Answer.Failed.class, Snapshot.of(all, day(4), day(0)).answer(question), "but the newest");
  }
}

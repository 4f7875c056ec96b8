package dmarcreports.output.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.output.Nights;
import dmarcreports.report.DomainName;
import dmarcreports.stored.Announcement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From one state of an action to the next: what is news. */
class ChangeTest {
  private static final DomainName DOMAIN = new DomainName("example.com");
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  @ParameterizedTest(name = "{0} then {1} since {2} more days: {3}")
  @CsvSource({
    "never,    open,     0, opened",
    "never,    back,     0, back",
    "never,    repaired, 0, repaired",
    "never,    silent,   0, -",
    "open,     open,     0, -",
    "open,     open,     3, -",
    "open,     back,     0, back",
    "open,     repaired, 0, repaired",
    "open,     silent,   0, silent",
    "repaired, open,     0, back",
    "repaired, back,     0, back",
    "repaired, repaired, 1, -",
    "repaired, silent,   0, -",
    "back,     open,     0, -",
    "back,     back,     0, -",
    "back,     back,     9, back",
    "back,     repaired, 0, repaired",
    "back,     silent,   0, silent",
    "silent,   open,     0, opened",
    "silent,   back,     0, back",
    "silent,   repaired, 0, repaired",
    "silent,   silent,   2, -",
  })
  void aChangeOfStateIsToldAndNothingElse(String before, String now, int later, String change) {
    Action action =
        Nights.action(
            Recommendation.EASY_DKIM,
            "example.com",
            5,
            ActionState.valueOf(now.toUpperCase(Locale.ROOT)),
            DAY.plusDays(later));
    Optional<Announcement> told =
        before.equals("never")
            ? Optional.empty()
            : Optional.of(Announcement.action(DOMAIN, "easy_dkim", "example.com", before, DAY));
    assertEquals(
        change,
        Change.of(DOMAIN, action, told)
            .map(one -> one.kind().name().toLowerCase(Locale.ROOT))
            .orElse("-"));
  }

  @ParameterizedTest(name = "{0} that is {1}: {2}")
  @CsvSource({
    "EASY_DKIM,      OPEN,     true",
    "EASY_DKIM,      BACK,     true",
    "ASK_OWNER,      OPEN,     true",
    "EASY_DKIM,      REPAIRED, false",
    "ENFORCE_POLICY, OPEN,     false",
    "WAIT,           BACK,     false",
  })
  void onlyWhatCanBeDoneNeedsAttention(
      Recommendation change, ActionState state, boolean needsAttention) {
    Action action = Nights.action(change, "example.com", 5, state);
    assertEquals(
        needsAttention, Change.of(DOMAIN, action, Optional.empty()).orElseThrow().needsAttention());
  }
}

package dmarcreports.output;

import static dmarcreports.output.Nights.action;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.output.page.Findings;
import dmarcreports.output.text.Digest;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportReader;
import dmarcreports.store.ReportStore;
import dmarcreports.store.open.Database;
import dmarcreports.stored.Announcement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fix and its undoing, from night to night through the database. */
class DigestMemoryTest {
  private static final LocalDate FIXED = LocalDate.parse("2026-11-10");

  @TempDir Path directory;
  private Database database;

  @BeforeEach
  void make() {
    database = Databases.parse(directory.resolve("reports").toString());
    try (ReportStore store = ReportStore.open(database, Duration.ZERO, Instant.EPOCH, "test")) {
      store.finish(Instant.EPOCH);
    }
  }

  private Digest night(ActionState state, LocalDate since, boolean keep) {
    Action easy = action(Recommendation.EASY_DKIM, "example.com", 614, state, since);
    try (ReportReader reader = ReportReader.open(database, Duration.ZERO)) {
      Set<Announcement> told = reader.announcements().all();
      Digest digest = new Nights().domain("example.com", List.of(easy)).after(told);
      if (keep) {
        reader.announcements().save(digest.told(), Set.of(), 1, List.of());
      }
      return digest;
    }
  }

  private static void assertTold(String start, boolean attention, Digest digest) {
    assertTrue(digest.lines().get(1).startsWith(start), digest.lines().toString());
    assertEquals(attention, digest.needsAttention());
  }

  private static void assertQuiet(Digest digest) {
    assertEquals(1, digest.lines().size(), digest.lines().toString());
    assertEquals(false, digest.needsAttention());
  }

  @Test
  void aFixIsToldAndItsUndoingUntilItIsKept() {
    assertTold("to do       example.com: turn on", true, night(ActionState.OPEN, FIXED, true));
    assertQuiet(night(ActionState.OPEN, FIXED, true));
    assertTold("repaired    example.com: turn", false, night(ActionState.REPAIRED, FIXED, true));
    assertQuiet(night(ActionState.REPAIRED, FIXED.plusDays(1), true));
    assertTold("BACK        example.com: turn", true, night(ActionState.BACK, FIXED, false));
    assertTold("BACK        example.com: turn", true, night(ActionState.BACK, FIXED, true));
    assertQuiet(night(ActionState.BACK, FIXED, true));
    assertTold("silent      example.com: turn", false, night(ActionState.SILENT, FIXED, true));
  }

  @Test
  void findingsNeedAttentionWhileAnActionIsOpenOrBack() {
    for (ActionState state : ActionState.values()) {
      boolean standing = state == ActionState.OPEN || state == ActionState.BACK;
      assertEquals(standing, findings(Recommendation.EASY_DKIM, state).needAttention());
      assertEquals(false, findings(Recommendation.ENFORCE_POLICY, state).needAttention());
    }
  }

  private static Findings findings(Recommendation change, ActionState state) {
    return new Nights()
        .domain("example.com", List.of(action(change, "example.com", 1, state)))
        .findings();
  }
}

package dmarcreports.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.store.open.Database;
import dmarcreports.stored.Delivery;
import dmarcreports.stored.Message;
import dmarcreports.stored.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits to be sent goes on waiting until it is accepted. */
class OutboxTest {
  private static final Instant NIGHT = Instant.parse("2026-11-24T06:15:00Z");
  private static final String A = "mailto:a@example.com";
  private static final String B = "https://hooks.example.com/…#0123456789abcdef";

  @TempDir Path directory;

  Database database() {
    return Databases.parse(directory.resolve("reports").toString());
  }

  private ReportReader reader() {
    return ReportReader.open(database(), Duration.ZERO);
  }

  private static Message message(String receiver, String name, Instant made) {
    return new Message(
        receiver,
        Optional.of("example.com"),
        name,
        made,
        "十二",
        "text of " + name,
        Optional.of("<p>" + "x".repeat(100_000)));
  }

  private void add(Message... messages) {
    try (ReportReader reader = reader()) {
      reader.announcements().save(Set.of(), Set.of(), 1, List.of(messages));
    }
  }

  private List<Delivery> waiting(String receiver) {
    try (ReportReader reader = reader()) {
      return reader.outbox().waiting(receiver);
    }
  }

  @BeforeEach
  void make() {
    ReportStore.open(database(), Duration.ZERO, NIGHT, "t").close();
  }

  @Test
  void whatIsAddedWaitsInItsOrderAsItIs() {
    Message first = message(A, "1", NIGHT);
    Message second = message(A, "2", NIGHT.plusSeconds(1));
    Message plain = new Message(B, Optional.empty(), "3", NIGHT, "", "{}", Optional.empty());
    add(first, plain);
    add(second);
    assertEquals(List.of(first, second), waiting(A).stream().map(Delivery::message).toList());
    assertEquals(List.of(plain), waiting(B).stream().map(Delivery::message).toList());
    assertTrue(waiting(A).stream().noneMatch(Delivery::inDoubt));
  }

  @Test
  void whatIsAcceptedWaitsNoMoreAndWhatIsRefusedGoesOnWaiting() {
    add(message(A, "1", NIGHT), message(A, "2", NIGHT), message(A, "3", NIGHT));
    try (ReportReader reader = reader()) {
      Outbox outbox = reader.outbox();
      outbox.waiting(A).forEach(outbox::sending);
      outbox.accepted(outbox.waiting(A).get(0));
      outbox.refused(outbox.waiting(A).get(0));
    }
    List<Delivery> left = waiting(A);
    assertEquals(List.of("2", "3"), left.stream().map(one -> one.message().name()).toList());
    assertEquals(List.of(false, true), left.stream().map(Delivery::inDoubt).toList());
    add(message(A, "4", NIGHT));
    assertEquals(3, waiting(A).size());
  }

  @Test
  void whatWaitsIsCountedForEachReceiverTheOldestFirst() {
    add(message(A, "1", NIGHT), message(A, "2", NIGHT.plusSeconds(7)));
    add(message(A, "3", NIGHT.plusSeconds(9)), message(B, "4", NIGHT.plusSeconds(5)));
    try (ReportReader reader = reader()) {
      Outbox outbox = reader.outbox();
      outbox.accepted(outbox.waiting(A).get(0));
      outbox.sending(outbox.waiting(A).get(0));
    }
    try (ReportReader reader = reader()) {
      assertEquals(
          List.of(new Waiting(B, 1, NIGHT.plusSeconds(5)), new Waiting(A, 2, NIGHT.plusSeconds(7))),
          reader.holdings(1).waiting());
      reader.outbox().accepted(reader.outbox().waiting(B).get(0));
    }
    try (ReportReader reader = reader()) {
      assertEquals(List.of(new Waiting(A, 2, NIGHT.plusSeconds(7))), reader.holdings(1).waiting());
    }
  }

  @Test
  void whatIsTooOldIsForgottenAndCountedWhereItWaits() {
    add(message(A, "1", NIGHT), message(A, "2", NIGHT), message(A, "3", NIGHT.plusSeconds(9)));
    try (ReportReader reader = reader()) {
      Outbox outbox = reader.outbox();
      outbox.accepted(outbox.waiting(A).get(0));
      assertEquals(1, outbox.forgetBefore(NIGHT.plusSeconds(9)));
      assertEquals(0, outbox.forgetBefore(NIGHT.plusSeconds(9)));
    }
    assertEquals(1, waiting(A).size());
  }
}

package dmarcreports.analysis.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Mail;
import dmarcreports.dns.LookedUp;
import dmarcreports.dns.Shown;
import dmarcreports.dns.Snapshot;
import dmarcreports.dns.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReverseLookupsTest {
  private static final String REVERSE = "9.2.0.192.in-addr.arpa PTR mx.example.";
  private static final String FORWARD = "mx.example A 192.0.2.9";

  private final Zone zone = Zone.of(REVERSE, FORWARD);

  private int ask(List<LookedUp> known, Instant now, Mail... mail) {
    ReverseLookups names = new ReverseLookups(zone, Snapshot.of(known, Instant.EPOCH), now);
    Mail.analyze(mail).domains().forEach(domain -> names.add(domain.sources()));
    return names.ask();
  }

  private List<String> asked() {
    return zone.asked().stream().map(Object::toString).toList();
  }

  private static Mail failing(String address) {
    return Mail.from("example.com").spf("example.com fail").ip(address);
  }

  @Test
  void asksForTheNameOfWhatFailsAndWhereItLeads() {
    assertEquals(
        0,
        ask(
            List.of(),
            Shown.DAY,
            failing("192.0.2.9"),
            Mail.from("example.com").spf("example.com pass").ip("192.0.2.77")));
    assertEquals(List.of("9.2.0.192.in-addr.arpa. PTR", "mx.example. A"), asked());
  }

  @Test
  void doesNotAskAgainForAMonthWhatWasAnswered() {
    List<LookedUp> known = Shown.on(Shown.DAY, REVERSE, FORWARD);
    ask(known, Shown.DAY.plus(Duration.ofDays(30)), failing("192.0.2.9"));
    assertEquals(List.of(), asked());
    ask(known, Shown.DAY.plus(Duration.ofDays(31)), failing("192.0.2.9"));
    assertEquals(2, asked().size());
  }

  @Test
  void thatThereIsNoNameIsAnAnswerToo() {
    List<LookedUp> known = Shown.on(Shown.DAY, "9.2.0.192.in-addr.arpa PTR -");
    ask(known, Shown.DAY, failing("192.0.2.9"));
    assertEquals(List.of(), asked());
  }

  @Test
  void asksAgainWhatFailedAndOnlyThat() {
    ask(Shown.on(Shown.DAY, REVERSE, "mx.example A !SERVFAIL"), Shown.DAY, failing("192.0.2.9"));
    assertEquals(List.of("mx.example. A"), asked());
  }

  @Test
  void whatCouldNotBeToldLatelyComesLast() {
    ask(
        Shown.on(Shown.DAY, "8.2.0.192.in-addr.arpa PTR !TIMEOUT"),
        Shown.DAY,
        failing("192.0.2.8").messages(1_000),
        failing("192.0.2.9"));
    assertEquals("9.2.0.192.in-addr.arpa. PTR", asked().get(0));
    assertEquals("8.2.0.192.in-addr.arpa. PTR", asked().get(2));
  }

  @Test
  void goesOnWithTheOthersInAnotherNight() {
    Mail[] mail = new Mail[ReverseLookups.MOST_ADDRESSES + 3];
    for (int i = 0; i < mail.length; i++) {
      mail[i] = failing("198.51.100." + (i + 1)).messages(i + 1);
    }
    assertEquals(3, ask(List.of(), Shown.DAY, mail));
    assertEquals(ReverseLookups.MOST_ADDRESSES, asked().size());
    assertFalse(asked().contains("3.100.51.198.in-addr.arpa. PTR"), "those of least mail wait");
    assertTrue(asked().contains("4.100.51.198.in-addr.arpa. PTR"));

    List<LookedUp> known =
        zone.asked().stream()
            .map(q -> LookedUp.at(Shown.DAY, q, zone.answer(q), "192.0.2.53"))
            .toList();
    assertEquals(0, ask(known, Shown.DAY.plus(Duration.ofDays(1)), mail));
    assertTrue(asked().contains("3.100.51.198.in-addr.arpa. PTR"));
  }
}

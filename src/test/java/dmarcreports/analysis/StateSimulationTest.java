package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Mail is sent day after day, is repaired on one of them, breaks again on another or stops: what is
 * said of the actions must be what happened. A service that is set up may no longer leave a trace.
 */
class StateSimulationTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int REPAIRED_AFTER = 7;
  private static final int SILENT_AFTER = 14;

  // Name, SPF and DKIM before, SPF and DKIM once it is set up; its address and the code of what
  // sets it up. Where the last reporter lists one signature, the service's is not it.
  private static final String[] SERVICES = {
    "sendgrid.net pass|sendgrid.net pass|em.example.com pass|example.com pass|198.51.100."
        + "|vendor_dkim",
    "sendgrid.net pass|sendgrid.net pass|em.example.com pass|example.com pass,sendgrid.net pass"
        + "|198.51.100.|vendor_dkim",
    "mailgun.org pass|mailgun.org pass|mg.example.com pass|example.com pass|198.51.100."
        + "|vendor_return_path",
    "mcsv.net pass|mcsv.net pass|mcsv.net pass|example.com pass|198.51.100.|vendor_dkim",
    "amazonses.com pass|amazonses.com pass|bounce.example.com pass|example.com pass|54.240.8."
        + "|easy_dkim",
    "amazonses.com pass|amazonses.com pass|bounce.example.com pass|example.com pass"
        + "|198.51.100.|custom_mail_from",
    "amazonses.com pass|amazonses.com pass|amazonses.com pass|example.com pass|54.240.8."
        + "|easy_dkim",
  };

  private final List<String> misses = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  @Test
  void stateIsWhatBecameOfTheMail() {
    Worlds.each(seed -> simulate(seed, new Random(seed)));
    assertEquals(List.of(), misses, () -> misses.size() + "\n" + String.join("\n", misses));
    assertEquals(Set.of("open", "repaired", "back", "silent"), seen);
  }

  /** The address of a forwarder is not the service's, though its signature came from there. */
  @Test
  void forwarderThatGoesOnIsNotTheService() {
    List<Mail> mail = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      mail.add(on(day, Mail.from("example.com").spf("example.com pass").ip("192.0.2.9")));
      Mail forwarded = Mail.from("example.com").spf("tenant.example pass").ip("203.0.113.10");
      mail.add(on(day, forwarded.dkim("example.com pass")));
      if (day < 20) {
        Mail service = Mail.from("example.com").spf("sendgrid.net pass").ip("198.51.100.10");
        mail.add(on(day, service.dkim("sendgrid.net pass")));
        Mail both = Mail.from("example.com").spf("tenant.example pass").ip("203.0.113.10");
        mail.add(on(day, both.dkim("sendgrid.net pass")));
      }
    }
    assertEquals("silent", found(mail, "vendor_dkim"));
  }

  private void simulate(long seed, Random random) {
    String[] service = SERVICES[random.nextInt(SERVICES.length)].split("\\|");
    int period = 20 + random.nextInt(60);
    int repaired = 1 + random.nextInt(period);
    int broken = random.nextInt(3) == 0 ? repaired + random.nextInt(period) : Integer.MAX_VALUE;
    int stopped = random.nextInt(3) == 0 ? 1 + random.nextInt(period) : Integer.MAX_VALUE;
    int rest = 1 + random.nextInt(4);
    int addresses = 1 + random.nextInt(3);
    List<Mail> mail = new ArrayList<>();
    List<Integer> failing = new ArrayList<>();
    List<Integer> sending = new ArrayList<>();
    for (int day = 0; day < period; day++) {
      mail.add(on(day, Mail.from("example.com").spf("example.com pass").ip("192.0.2.9")));
      boolean sends = day < stopped && (day < addresses || day % rest == 0);
      if (sends) {
        boolean good = day >= repaired && day < broken;
        Mail each =
            Mail.from("example.com")
                .spf(good ? service[2] : service[0])
                .dkim(good ? service[3] : service[1])
                .ip(service[4] + (10 + day % addresses));
        mail.add(on(day, each));
        sending.add(day);
        if (!good) {
          failing.add(day);
        }
      }
    }
    if (!failing.isEmpty() && isEachAddressKnown(failing, addresses)) {
      String expected = state(failing, sending, period - 1);
      String found = found(mail, service[5]);
      seen.add(expected);
      if (!expected.equals(found)) {
        misses.add(
            "seed %d: %s is %s, not %s (%s; repaired on day %d)"
                .formatted(seed, service[5], found, expected, service[3], repaired));
      }
    }
  }

  /** Each has sent in the service's own name before it was set up. */
  private static boolean isEachAddressKnown(List<Integer> failing, int addresses) {
    return failing.stream().map(day -> day % addresses).distinct().count() == addresses;
  }

  private static Mail on(int day, Mail mail) {
    return mail.day(START.plusDays(day).toString()).reporter("reporter.example").messages(3);
  }

  /** The rules of the states, told day by day: all days are stored. */
  private static String state(List<Integer> failing, List<Integer> sending, int last) {
    String state = "open";
    boolean onceRepaired = false;
    for (int today = 0; today <= last; today++) {
      int now = today;
      int lastFailure = newest(failing, now);
      int lastSent = newest(sending, now);
      if (lastFailure < 0) {
        continue;
      }
      if (lastSent <= now - SILENT_AFTER) {
        state = "silent";
      } else if (lastFailure > now - REPAIRED_AFTER) {
        state = onceRepaired ? "back" : "open";
      } else if (lastSent > lastFailure) {
        onceRepaired = true;
        state = "repaired";
      }
    }
    return state;
  }

  private static int newest(List<Integer> days, int upTo) {
    return days.stream().filter(d -> d <= upTo).max(Comparator.naturalOrder()).orElse(-1);
  }

  private static String found(List<Mail> mail, String code) {
    return Mail.analyze(mail.toArray(Mail[]::new)).domains().get(0).actions().stream()
        .filter(a -> a.code().equals(code))
        .map(a -> a.state().word())
        .findFirst()
        .orElse("no action");
  }
}

package dmarcreports.analysis;

import dmarcreports.analysis.Sending.Check;
import dmarcreports.analysis.Sending.Forger;
import dmarcreports.analysis.Sending.Own;
import dmarcreports.analysis.Sending.Sender;
import dmarcreports.analysis.Sending.Ses;
import dmarcreports.analysis.Sending.Setup;
import dmarcreports.analysis.Sending.Vendor;
import dmarcreports.analysis.Sent.Reporter;
import dmarcreports.analysis.Sent.Way;
import dmarcreports.analysis.sender.SenderLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What is sent and what is set up: a world of chance, the same for the same seed.
 *
 * @param labels what the owner says, and truly
 */
record Traffic(Setup setup, List<Sent> sent, List<SenderLabel> labels) {
  private static final String[] REGIONS = {"", "eu-west-1.", "us-west-2.", "ap-southeast-2."};
  private static final Reporter[] ANY = {
    Reporter.FULL,
    Reporter.FIRST_SIGNATURE,
    Reporter.NO_SIGNATURES,
    Reporter.SAYS_FAIL,
    Reporter.SAYS_PASS
  };
  private static final String[][] SERVICES = {
    {"Twilio SendGrid", "sendgrid.net"}, {"Mailchimp", "mcsv.net"}, {"Mailgun", "mailgun.org"}
  };

  /** Receivers that do no more than forget, or also those that show half and lie. */
  static Traffic of(long seed, boolean honest, boolean inheriting) {
    return new Generator(new Random(seed), honest, inheriting).traffic();
  }

  List<dmarcreports.report.Observation> reports() {
    return sent.stream().map(s -> s.report(setup).observation()).toList();
  }

  /** Whether the owner says that the address is ours. */
  boolean isLabelledOurs(String address) {
    return labels.contains(new SenderLabel(address, "", SenderLabel.Ownership.OURS));
  }

  /** The addresses from which we send ourselves. */
  Set<String> ownAddresses() {
    Set<String> own = new TreeSet<>();
    sent.stream()
        .map(Sent::sender)
        .filter(Own.class::isInstance)
        .forEach(s -> own.add(s.address()));
    return own;
  }

  /** Draws the parts. */
  private static final class Generator {
    private final Random random;
    private final boolean honest;
    private final boolean inheriting;
    private final Set<String> facts = new HashSet<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<SenderLabel> labels = new ArrayList<>();
    private int addresses;

    private Generator(Random random, boolean honest, boolean inheriting) {
      this.random = random;
      this.honest = honest;
      this.inheriting = inheriting;
    }

    Traffic traffic() {
      perhaps(60, "aspf=r");
      perhaps(60, "adkim=r");
      for (String name : List.of(Sending.DOMAIN, Sending.NEWS)) {
        perhaps(20, "mail-from " + name);
        perhaps(30, "easy-dkim " + name);
        perhaps(15, "list-broken " + name);
        for (String who : List.of("ses ", "own ")) {
          perhaps(25, (random.nextBoolean() ? "key-missing " : "key-wrong ") + who + name);
        }
      }
      boolean inherits = inheriting && random.nextBoolean();
      for (int n = 1 + random.nextInt(5); n > 0; n--) {
        Sender sender = sender(inherits);
        for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
          send(sender);
        }
      }
      return new Traffic(new Setup(facts), List.copyOf(sent), List.copyOf(labels));
    }

    private void send(Sender sender) {
      Way way = chance(60) ? Way.DIRECT : pick(Way.DIRECT, Way.FORWARDED, Way.REDIRECTED, Way.LIST);
      Reporter reporter = honest || chance(50) ? Reporter.FULL : pick(ANY);
      int first = 1 + random.nextInt(5);
      int last = first + random.nextInt(3);
      long messages = 1L + random.nextInt(50);
      IntStream.rangeClosed(first, last)
          .forEach(
              day -> sent.add(new Sent(sender, way, reporter, "2026-01-1" + day % 10, messages)));
    }

    private Sender sender(boolean inherits) {
      String author = chance(60) ? Sending.DOMAIN : Sending.NEWS;
      String address = "192.0." + (2 + random.nextInt(3)) + "." + ++addresses;
      return switch (random.nextInt(6)) {
        case 0, 1 ->
            new Ses(
                author,
                "54.240.8." + addresses,
                pick(REGIONS),
                inherits && author.equals(Sending.NEWS));
        case 2 -> vendor(author, address);
        case 3, 4 -> own(author, address);
        default -> forger(author, "198.51.100." + addresses);
      };
    }

    private Vendor vendor(String author, String address) {
      String[] service = pick(SERVICES);
      perhaps(20, "signs " + service[0]);
      perhaps(20, "return-path " + service[0]);
      Vendor vendor = new Vendor(author, address, service[0], service[1], chance(80));
      label(address, vendor.ours());
      return vendor;
    }

    private Own own(String author, String address) {
      String path = chance(50) ? author : Sending.DOMAIN;
      perhaps(60, "listed " + path + " " + address);
      perhaps(60, "listed " + Sending.DOMAIN + " " + address);
      label(address, true);
      if (chance(40)) {
        // The same server sends bounces and news with another name in the return path.
        send(new Own(author, address, Sending.DOMAIN, ""));
      }
      return new Own(author, address, path, chance(40) ? "" : chance(70) ? author : Sending.DOMAIN);
    }

    private Forger forger(String author, String address) {
      String path = chance(50) ? "x.bad.example" : author;
      List<Check> bogus =
          chance(60) ? List.of() : List.of(new Check(author, chance(50) ? "permerror" : "fail"));
      label(address, false);
      return new Forger(author, address, path, bogus);
    }

    private void label(String address, boolean ours) {
      if (chance(25)) {
        labels.add(
            new SenderLabel(
                address, "", ours ? SenderLabel.Ownership.OURS : SenderLabel.Ownership.THEIRS));
      }
    }

    private void perhaps(int percent, String fact) {
      if (chance(percent)) {
        facts.add(fact);
      }
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private <T> T pick(T... from) {
      return from[random.nextInt(from.length)];
    }
  }
}

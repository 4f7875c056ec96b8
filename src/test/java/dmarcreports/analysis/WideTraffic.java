package dmarcreports.analysis;

import dmarcreports.analysis.Sending.Own;
import dmarcreports.analysis.Sending.Sender;
import dmarcreports.analysis.Sending.Ses;
import dmarcreports.analysis.Sending.Setup;
import dmarcreports.analysis.Sending.Vendor;
import dmarcreports.analysis.Sent.Reporter;
import dmarcreports.analysis.Sent.Way;
import dmarcreports.analysis.WideSending.Agency;
import dmarcreports.analysis.WideSending.Region;
import dmarcreports.analysis.WideSending.Reseller;
import dmarcreports.analysis.WideSending.Rotated;
import dmarcreports.analysis.WideSending.Tenant;
import dmarcreports.analysis.WideSending.Tool;
import dmarcreports.analysis.WideSending.TwoKeys;
import dmarcreports.analysis.sender.SenderLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Worlds in which one thing meets another: the same name sent through a service and from a server,
 * two keys on one message, forwarders that sign, reports that leave results out, a record that was
 * relaxed in the middle.
 */
final class WideTraffic {
  private static final String DEEP = "a.news.example.com";
  private static final String[] TOLD = {
    "forwarded", "trusted_forwarder", "mailing_list", "local_policy: arc=pass"
  };

  private final Random random;
  private final Set<String> facts = new HashSet<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<SenderLabel> labels = new ArrayList<>();
  private final int relaxedFrom;
  private int addresses;

  private WideTraffic(Random random) {
    this.random = random;
    this.relaxedFrom = chance(25) ? 1 + random.nextInt(9) : 10;
  }

  static Traffic of(long seed) {
    return new WideTraffic(new Random(seed)).traffic();
  }

  private Traffic traffic() {
    perhaps(40, "aspf=r");
    perhaps(40, "adkim=r");
    // One message with a missing key and a wrong one cannot be told from one that was changed.
    String broken = chance(60) ? "key-missing own " : "key-wrong own ";
    for (String name : List.of(Sending.DOMAIN, Sending.NEWS, DEEP, "mail.example.com")) {
      perhaps(20, "mail-from " + name);
      perhaps(45, "easy-dkim " + name);
      perhaps(25, broken + name);
      perhaps(40, (chance(50) ? "key-missing ses " : "key-wrong ses ") + name);
      perhaps(25, (chance(50) ? "key-missing " : "key-wrong ") + "Twilio SendGrid " + name);
    }
    perhaps(40, "signs Twilio SendGrid");
    perhaps(20, "return-path Twilio SendGrid");
    boolean inherits = chance(50);
    for (int n = 1 + random.nextInt(7); n > 0; n--) {
      Sender sender = sender(inherits);
      for (int copies = 1 + random.nextInt(4); copies > 0; copies--) {
        send(sender);
      }
    }
    if (chance(30)) {
      labels.add(new SenderLabel("Twilio SendGrid", "", SenderLabel.Ownership.OURS));
    }
    return new Traffic(new Setup(facts), List.copyOf(sent), List.copyOf(labels));
  }

  private void send(Sender sender) {
    // Where no key is found, nobody can see that the mail was changed as well.
    boolean gateway =
        (sender instanceof Own || sender instanceof TwoKeys || sender instanceof Rotated)
            && sender.signatures(new Setup(facts)).stream()
                .anyMatch(s -> s.result().equals("pass"));
    Way way =
        chance(50)
            ? Way.DIRECT
            : gateway && chance(40)
                ? Way.ALTERED
                : pick(Way.FORWARDED, Way.REDIRECTED, Way.LIST, Way.SIGNED, Way.SIGNED);
    Reporter reporter =
        chance(60) ? Reporter.FULL : pick(Reporter.NO_SPF, Reporter.NO_SPF, Reporter.NO_SIGNATURES);
    boolean onItsWay = way != Way.DIRECT && way != Way.ALTERED;
    String told = onItsWay && chance(30) ? pick(TOLD) : "";
    int day = random.nextInt(10);
    sent.add(
        new Sent(
            sender,
            way,
            reporter,
            "2026-01-1" + day,
            1L + random.nextInt(50),
            told,
            day >= relaxedFrom));
  }

  private Sender sender(boolean inherits) {
    String author = pick(Sending.DOMAIN, Sending.NEWS, Sending.NEWS, DEEP);
    String address = "192.0." + (2 + random.nextInt(3)) + "." + ++addresses;
    return switch (random.nextInt(12)) {
      case 0, 1, 10 -> new Ses(author, "54.240.8." + addresses, pick("", "eu-west-1."), inherits);
      case 2 -> new Vendor(author, address, "Twilio SendGrid", "sendgrid.net", true);
      case 3 -> new Tool(author, "54.240.8." + addresses);
      case 4 ->
          new Tenant(author, address, chance(50) ? "example.onmicrosoft.com" : Sending.DOMAIN);
      case 5 -> {
        String path = listed(author, address);
        String[] keys = keys(author);
        yield new TwoKeys(author, address, path, keys[0], keys[1]);
      }
      case 6 -> new Reseller(author, address, "sendgrid.net");
      case 7 ->
          new Agency(
              author,
              address,
              pick("agency-example.20230601.gappssmtp.com", "agency.onmicrosoft.com"));
      case 8 -> new Region(author, "54.240.8." + addresses, WideSending.REGION);
      case 9 -> {
        String path = listed(author, address);
        String signer = pick(author, Sending.DOMAIN);
        send(new Rotated(author, address, path, signer, false));
        yield new Rotated(author, address, path, signer, true);
      }
      default ->
          new Own(author, address, listed(author, address), pick("", author, Sending.DOMAIN));
    };
  }

  /** That of the parent is one of them. */
  private static String[] keys(String author) {
    return author.equals(Sending.DOMAIN)
        ? new String[] {"mail.example.com", Sending.DOMAIN}
        : new String[] {author, Sending.DOMAIN};
  }

  /** The return path of a server. */
  private String listed(String author, String address) {
    String path = chance(50) ? author : Sending.DOMAIN;
    perhaps(50, "listed " + path + " " + address);
    if (chance(30)) {
      send(new Own(author, address, Sending.DOMAIN, ""));
    }
    return path;
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

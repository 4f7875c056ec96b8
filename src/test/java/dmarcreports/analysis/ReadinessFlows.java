package dmarcreports.analysis;

import dmarcreports.analysis.ReadinessWorld.Flow;
import dmarcreports.analysis.ReadinessWorld.Truth;
import dmarcreports.analysis.sender.SenderLabel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws who sends in a {@link ReadinessWorld}, and how its mail looks in reports. */
final class ReadinessFlows {
  private static final String DOMAIN = "example.com";
  private static final int MOST_RECORDS = 60;
  private static final int NETWORKS = 250;

  // Name, SPF, DKIM, where it comes from. $ is the Author Domain.
  private static final String[] GOOD = {
    "own                 | $ pass              | $ pass                       | own",
    "own, SPF alone      | $ pass              |                              | own",
    "own, DKIM alone     | host.example pass   | $ pass                       | own",
    "Amazon SES          | amazonses.com pass  | $ pass,amazonses.com pass    | ses",
    "service             | sendgrid.net pass   | $ pass,sendgrid.net pass     | other",
    "changed key         | host.example pass   | $ pass k2                    | own",
    "own mailboxes       | $ pass              | $ pass,example-com.20230601.gappssmtp.com pass"
        + " | other",
    "own, forwarded      | tenant.example pass | $ pass                       | other"
  };

  // The same of mail that is ours and lost, with the truth about it.
  private static final String[] LOST = {
    "payroll tool          | payroll.example pass     | payroll.example pass | other | PROVEN",
    "payroll tool          | payroll.example pass     | payroll.example pass | other | PROVEN",
    "tool, many networks   | payroll.example pass     | payroll.example pass | many  | PROVEN",
    "tool, no signature    | mail.tool.example pass   |                      | other | PROVEN",
    "tool on Amazon SES    | bounce.tool.example pass | tool.example pass,amazonses.com pass"
        + " | ses | PROVEN",
    "agency at Google      | agency.example pass      |"
        + " agency-example.20230601.gappssmtp.com pass | other | PROVEN",
    "agency at Microsoft   | agency.example pass      | agency.onmicrosoft.com pass"
        + " | other | PROVEN",
    "tool at a service     | em.tool.example pass     | tool.example pass,sendgrid.net pass"
        + " | other | NOT_SET_UP",
    "changed key           | host.example pass        | $ permerror k2       | own   | SIGNING",
    "own at Google         | mail.google.com pass     | example-com.20230601.gappssmtp.com pass"
        + " | other | NOT_SET_UP",
    "tool with broken key  | tool.example pass        | $ fail,tool.example pass | other | PROVEN",
    "receiver says no      | $ pass                   | $ pass               | own   | PROVEN",
    "printer               |                          |                      | own   | SILENT",
    "printer of its own    | printer.example none     |                      | own   | SILENT",
    "unlisted server       | $ fail                   |                      | own   | CLAIMING",
    "broken key            | $ softfail               | $ permerror          | own   | CLAIMING",
    "no set-up at SES      | amazonses.com pass       | amazonses.com pass   | ses   | NOT_SET_UP",
    "broken key at SES     | amazonses.com pass       | $ fail,amazonses.com pass"
        + " | ses | NOT_SET_UP",
    "no set-up at service  | sendgrid.net pass        | sendgrid.net pass    | other | NOT_SET_UP",
    "DNS hiccup            | $ temperror              | $ temperror          | own   | UNANSWERED",
    "no answer of DNS      | $ temperror              |                      | own   | UNANSWERED"
  };

  // The same of what somebody passed on; the truth where no receiver tells of that.
  private static final String[] PASSED_ON = {
    "own path, forwarded  | tenant.example pass      |                          | other | PROVEN",
    "own path, redirected | $ fail                   |                          | other | CLAIMING",
    "list                 | bounce.list.example pass | $ fail,list.example pass | other | PROVEN",
    "Google Groups        | googlegroups.com pass    | $ fail,googlegroups.com pass"
        + " | other | PASSED_ON"
  };

  private static final String[] FORGED = {
    "forger             | x.bad.example softfail |                   |",
    "forger             | x.bad.example fail     |                   |",
    "forger             | x.bad.example softfail |                   |",
    "forger of our path | $ fail                 |                   |",
    "forger of our path | $ softfail             |                   |",
    "forger of our key  | $ softfail             | $ permerror       |",
    "silent forger      |                        |                   |",
    "silent forger      | x.bad.example none     |                   |",
    "forwarded forger   | tenant.example pass    |                   |",
    "tidy forger        | tidy.example pass      | tidy.example pass |"
  };

  private final Random random;
  private final List<Flow> flows = new ArrayList<>();
  private final int period;
  private final int reporters;
  private final double volume;
  private final String modes;
  private final String policies;
  private final List<SenderLabel> labels = new ArrayList<>();
  private int networks;

  ReadinessFlows(Random random) {
    this.random = random;
    this.period = 1 + random.nextInt(90);
    this.reporters = 1 + random.nextInt(5);
    this.volume = Math.pow(10, 1 + 5 * random.nextDouble());
    this.modes = chance(80) ? "r/r" : chance(50) ? "s/r" : "r/s";
    this.policies = chance(80) ? "-/-" : chance(50) ? "quarantine/-" : "quarantine/reject";
  }

  ReadinessWorld world() {
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      String[] row = row(GOOD);
      add(row, Truth.PASSES, row[0].contains("forwarded") ? told() : "", row[3], part(0.1, 1));
    }
    if (chance(45)) {
      String[] row = row(LOST);
      double most = row[0].equals("DNS hiccup") ? 0.02 : chance(50) ? 1 : 0.009;
      add(row, Truth.valueOf(row[4]), "", row[3], part(chance(50) ? 0.001 : 0.00001, most));
    }
    if (chance(30)) {
      String[] row = row(PASSED_ON);
      String told = told();
      Truth truth = told.isEmpty() ? Truth.valueOf(row[4]) : Truth.PASSED_ON;
      add(row, truth, told, row[3], part(0.00001, chance(50) ? 0.3 : 0.009));
    }
    for (int n = random.nextInt(4); n > 0; n--) {
      String[] row = row(FORGED);
      String told = row[0].contains("forwarded") ? told() : "";
      long messages = part(0.00001, chance(30) ? 3 : 0.01);
      add(row, Truth.FORGED, told, chance(60) ? "many" : "other", messages);
    }
    long all = flows.stream().mapToLong(Flow::messages).sum();
    return new ReadinessWorld(List.copyOf(flows), List.copyOf(labels), all);
  }

  private String[] row(String[] table) {
    String[] row = table[random.nextInt(table.length)].split("\\|", -1);
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i].strip();
    }
    return row;
  }

  private void add(String[] row, Truth truth, String told, String where, long messages) {
    String author = chance(75) ? DOMAIN : "news.example.com";
    String[] from = addresses(where);
    boolean passes = truth == Truth.PASSES;
    int first = passes && chance(80) ? 1 : 1 + random.nextInt(period);
    int most = chance(passes ? 90 : 50) ? period : 1 + random.nextInt(2);
    int days = Math.min(period - first + 1, most);
    int records = Math.min(Math.max(Math.max(days, reporters), from.length), MOST_RECORDS + days);
    records = (int) Math.min(records, messages);
    List<Mail> mail = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      long day = first + (long) i * days / records;
      mail.add(
          Mail.from(author)
              .underPolicyOf(DOMAIN)
              .modes(modes)
              .subdomains(policies)
              .spf(row[1].replace("$", author))
              .dkim(row[2].replace("$", author))
              .words(row[0].equals("receiver says no") ? "fail/fail" : "auto")
              .reason(told)
              .ip(from[i % from.length])
              .day(LocalDate.of(2026, 1, 1).plusDays(day).toString())
              .reporter("reporter-" + i % reporters + ".example")
              .messages(messages / records + (i < messages % records ? 1 : 0)));
    }
    flows.add(new Flow(row[0], truth, !author.equals(DOMAIN), List.copyOf(mail)));
    if (truth != Truth.PASSES && chance(15)) {
      SenderLabel.Ownership ownership = ownership(truth);
      mail.stream()
          .map(m -> new SenderLabel(m.address(), "", ownership))
          .distinct()
          .forEach(labels::add);
    }
  }

  /** What the owner says, and truly. */
  private static SenderLabel.Ownership ownership(Truth truth) {
    return switch (truth) {
      case FORGED -> SenderLabel.Ownership.THEIRS;
      case PASSED_ON -> SenderLabel.Ownership.FORWARDER;
      default -> SenderLabel.Ownership.OURS;
    };
  }

  private String told() {
    String[] reasons = {
      "", "", "", "forwarded", "trusted_forwarder", "mailing_list", "local_policy: arc=pass"
    };
    return reasons[random.nextInt(reasons.length)];
  }

  private long part(double least, double most) {
    double share = least * Math.pow(most / least, random.nextDouble());
    return Math.max(1, Math.round(volume * share));
  }

  private String[] addresses(String where) {
    boolean many = where.equals("many");
    String[] addresses = new String[many ? 2 + random.nextInt(50) : 1 + random.nextInt(4)];
    String network =
        switch (where) {
          case "ses" -> "54.240.8.";
          case "own" -> chance(50) ? "192.0.2." : nextNetwork();
          default -> nextNetwork();
        };
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = (many ? nextNetwork() : network) + (10 + i);
    }
    return addresses;
  }

  private String nextNetwork() {
    networks++;
    return "198." + (18 + networks / NETWORKS) + "." + networks % NETWORKS + ".";
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}

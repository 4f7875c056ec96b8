package dmarcreports.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who sends as {@code example.com} and below it, on which days and to how many receivers: a world
 * of chance, the same for the same seed. It knows what reports do not tell: whose mail is whose.
 *
 * @param all the messages of all flows
 * @param apart whether subdomains have a policy of their own
 */
record ReadinessWorld(List<Flow> flows, long all, boolean apart) {
  private static final int STEADY_DAYS = 3;
  private static final int MUCH = 5;
  private static final int PER_CENT = 100;

  static ReadinessWorld of(long seed) {
    return new Generator(new Random(seed)).world();
  }

  /** Whose mail it is, and what became of it. */
  enum Truth {
    /** Ours, and it passes. */
    PASSES,
    /** Ours and lost at a service that we know and that is not set up. */
    NOT_SET_UP,
    /** Ours and lost, and its sender proves a name that we do not know. */
    PROVEN,
    /** Ours and lost, and its sender claims our name and proves none. */
    CLAIMING,
    /** Ours and lost, and its sender proves no name and claims none. */
    SILENT,
    /** Ours and lost because somebody passed it on, which the receiver or a known name tells. */
    PASSED_ON,
    /** Ours and lost for want of an answer of DNS: mostly it is sent again. */
    UNANSWERED,
    /** Somebody else's. */
    FORGED
  }

  /**
   * Mail of one sender that fares the same.
   *
   * @param below whether it is written as a subdomain
   */
  record Flow(String name, Truth truth, boolean below, List<Mail> mail) {
    long messages() {
      return mail.stream().mapToLong(Mail::messages).sum();
    }

    /** The days on which there is any. */
    Set<String> days() {
      Set<String> days = new TreeSet<>();
      mail.forEach(m -> days.add(m.day()));
      return days;
    }

    boolean isShare(long all, int perCent) {
      return messages() * PER_CENT >= all * perCent;
    }

    boolean isSteady(long all) {
      return days().size() >= STEADY_DAYS || isShare(all, 1);
    }
  }

  Mail[] mail() {
    return flows.stream().flatMap(f -> f.mail().stream()).toArray(Mail[]::new);
  }

  long messages(Truth truth) {
    return flows.stream().filter(f -> f.truth() == truth).mapToLong(Flow::messages).sum();
  }

  /** Enough to judge by: fourteen days, two reporters, a hundred messages that pass. */
  boolean isWellSeen() {
    Set<String> days = new HashSet<>();
    Set<String> reporters = new HashSet<>();
    for (Mail each : mail()) {
      days.add(each.day());
      reporters.add(each.reporter());
    }
    return days.size() >= 14 && reporters.size() >= 2 && messages(Truth.PASSES) >= 100;
  }

  /** Whether nothing of ours would be lost but now and then a message that nobody can place. */
  boolean isClean() {
    return flows.stream().allMatch(this::isHarmless);
  }

  private boolean isHarmless(Flow flow) {
    return switch (flow.truth()) {
      case PASSES, PASSED_ON, FORGED -> true;
      case PROVEN, SILENT, UNANSWERED -> !flow.isSteady(all);
      case NOT_SET_UP, CLAIMING -> false;
    };
  }

  /** Whether a forger looks like a tool of ours that was forgotten: nobody can tell them apart. */
  boolean hasToolLikeForger() {
    Map<String, List<Mail>> byNetwork =
        flows.stream()
            .filter(f -> f.truth() == Truth.FORGED)
            .flatMap(f -> f.mail().stream())
            .collect(Collectors.groupingBy(Mail::network));
    return byNetwork.values().stream()
        .map(mail -> new Flow("", Truth.FORGED, false, mail))
        .filter(f -> f.isSteady(all))
        .anyMatch(f -> f.isShare(all, MUCH) || f.mail().stream().anyMatch(Mail::provesName));
  }

  /** Draws the parts. */
  private static final class Generator {
    private static final String DOMAIN = "example.com";
    private static final String NEWS = "news.example.com";
    private static final int MOST_RECORDS = 60;

    private final Random random;
    private final List<Flow> flows = new ArrayList<>();
    private final int period;
    private final int reporters;
    private final double volume;
    private final String modes;
    private final String policies;
    private int networks;

    private Generator(Random random) {
      this.random = random;
      this.period = 1 + random.nextInt(90);
      this.reporters = 1 + random.nextInt(5);
      this.volume = Math.pow(10, 1 + 5 * random.nextDouble());
      this.modes = chance(80) ? "r/r" : chance(50) ? "s/r" : "r/s";
      this.policies = chance(80) ? "-/-" : chance(50) ? "quarantine/-" : "quarantine/reject";
    }

    ReadinessWorld world() {
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        good();
      }
      if (chance(45)) {
        lost();
      }
      if (chance(30)) {
        passedOn();
      }
      for (int n = random.nextInt(4); n > 0; n--) {
        forged();
      }
      long all = flows.stream().mapToLong(Flow::messages).sum();
      return new ReadinessWorld(List.copyOf(flows), all, !policies.equals("-/-"));
    }

    private void good() {
      String author = chance(75) ? DOMAIN : NEWS;
      long messages = part(0.1, 1);
      switch (random.nextInt(6)) {
        case 0 -> add("own", Truth.PASSES, author, author, author, "", messages, own());
        case 1 -> add("own, SPF alone", Truth.PASSES, author, author, "", "", messages, own());
        case 2 ->
            add(
                "own, DKIM alone",
                Truth.PASSES,
                author,
                "host.example pass",
                author,
                "",
                messages,
                own());
        case 3 ->
            add(
                "SES",
                Truth.PASSES,
                author,
                "amazonses.com pass",
                author + ",amazonses.com",
                "",
                messages,
                ses());
        case 4 ->
            add(
                "vendor",
                Truth.PASSES,
                author,
                "sendgrid.net pass",
                author + ",sendgrid.net",
                "",
                messages,
                other());
        default ->
            add(
                "own, forwarded",
                Truth.PASSES,
                author,
                "tenant.example pass",
                author,
                testimony(),
                messages,
                other());
      }
    }

    /** Mail of ours that nothing aligned proves. */
    private void lost() {
      String author = chance(75) ? DOMAIN : NEWS;
      long messages = chance(50) ? part(0.001, 1) : part(0.00001, 0.009);
      switch (random.nextInt(15)) {
        case 0 ->
            add(
                "tool on many networks",
                Truth.PROVEN,
                author,
                "payroll.example pass",
                "payroll.example",
                "",
                messages,
                scattered());
        case 1, 11 ->
            add(
                "payroll tool",
                Truth.PROVEN,
                author,
                "payroll.example pass",
                "payroll.example",
                "",
                messages,
                other());
        case 2 ->
            add(
                "tool without signature",
                Truth.PROVEN,
                author,
                "mail.tool.example pass",
                "",
                "",
                messages,
                other());
        case 3 ->
            add(
                "tool on SES",
                Truth.PROVEN,
                author,
                "bounce.tool.example pass",
                "tool.example,amazonses.com",
                "",
                messages,
                ses());
        case 4 ->
            add(
                "printer",
                Truth.SILENT,
                author,
                chance(50) ? "" : "printer.local none",
                "",
                "",
                messages,
                own());
        case 5 ->
            add(
                "unlisted server",
                Truth.CLAIMING,
                author,
                author + " fail",
                "",
                "",
                messages,
                own());
        case 6 ->
            add(
                "SES not set up",
                Truth.NOT_SET_UP,
                author,
                "eu-west-1.amazonses.com pass",
                "amazonses.com",
                "",
                messages,
                ses());
        case 7 ->
            add(
                "vendor not set up",
                Truth.NOT_SET_UP,
                author,
                "sendgrid.net pass",
                "sendgrid.net",
                "",
                messages,
                other());
        case 8 ->
            add(
                "broken key",
                Truth.CLAIMING,
                author,
                author + " softfail",
                author + " permerror",
                "",
                messages,
                own());
        case 9 ->
            add(
                "broken key at SES",
                Truth.NOT_SET_UP,
                author,
                "amazonses.com pass",
                author + " fail,amazonses.com",
                "",
                messages,
                ses());
        case 10 ->
            add(
                "broken key at a tool",
                Truth.PROVEN,
                author,
                "tool.example pass",
                author + " fail,tool.example",
                "",
                messages,
                other());
        case 12 -> {
          add("receiver that says no", Truth.PROVEN, author, author, author, "", messages, own());
          flows.get(flows.size() - 1).mail().forEach(m -> m.words("fail/fail"));
        }
        case 13 ->
            add(
                "record that never answers",
                Truth.UNANSWERED,
                author,
                author + " temperror",
                "",
                "",
                messages,
                own());
        default ->
            add(
                "DNS hiccup",
                Truth.UNANSWERED,
                author,
                author + " temperror",
                author + " temperror",
                "",
                part(0.00001, 0.02),
                own());
      }
    }

    /** Mail that would pass, had nobody passed it on. */
    private void passedOn() {
      String author = chance(75) ? DOMAIN : NEWS;
      long messages = chance(50) ? part(0.001, 0.3) : part(0.00001, 0.009);
      String told = testimony();
      boolean tells = !told.isEmpty();
      switch (random.nextInt(4)) {
        case 0 ->
            add(
                "own path forwarded",
                tells ? Truth.PASSED_ON : Truth.PROVEN,
                author,
                "tenant.example pass",
                "",
                told,
                messages,
                other());
        case 1 ->
            add(
                "own path redirected",
                tells ? Truth.PASSED_ON : Truth.CLAIMING,
                author,
                author + " fail",
                "",
                told,
                messages,
                other());
        case 2 ->
            add(
                "list",
                tells ? Truth.PASSED_ON : Truth.PROVEN,
                author,
                "bounce.list.example pass",
                author + " fail,list.example",
                told,
                messages,
                other());
        default ->
            add(
                "Google Groups",
                Truth.PASSED_ON,
                author,
                "googlegroups.com pass",
                author + " fail,googlegroups.com",
                told,
                messages,
                other());
      }
    }

    private void forged() {
      String author = chance(75) ? DOMAIN : NEWS;
      long messages = chance(30) ? part(0.01, 3) : part(0.00001, 0.01);
      boolean scattered = chance(60);
      String[] from = scattered ? scattered() : other();
      switch (random.nextInt(11)) {
        case 10 ->
            add(
                "forger, forwarded",
                Truth.FORGED,
                author,
                "tenant.example pass",
                "",
                testimony(),
                messages,
                from);
        case 0, 1, 2, 3 ->
            add("forger", Truth.FORGED, author, "x.bad.example softfail", "", "", messages, from);
        case 4, 5 ->
            add(
                "forger of our path",
                Truth.FORGED,
                author,
                author + " fail",
                "",
                "",
                messages,
                from);
        case 6 ->
            add(
                "forger of our key",
                Truth.FORGED,
                author,
                author + " softfail",
                author + " permerror",
                "",
                messages,
                from);
        case 7, 8 -> add("silent forger", Truth.FORGED, author, "", "", "", messages, from);
        default ->
            add(
                "tidy forger",
                Truth.FORGED,
                author,
                "tidy.example pass",
                "tidy.example",
                "",
                messages,
                from);
      }
    }

    private String testimony() {
      return chance(50)
          ? ""
          : pick("forwarded", "trusted_forwarder", "mailing_list", "local_policy: arc=pass");
    }

    private void add(
        String name,
        Truth truth,
        String author,
        String spf,
        String signers,
        String reason,
        long messages,
        String[] from) {
      List<Mail> mail = new ArrayList<>();
      boolean passes = truth == Truth.PASSES;
      int first = passes && chance(80) ? 1 : 1 + random.nextInt(period);
      int days = passes && chance(80) ? period : chance(50) ? period : 1 + random.nextInt(2);
      int last = Math.min(period, first + days - 1);
      int records = (int) Math.min(messages, Math.max(last - first + 1, reporters));
      records = Math.min(Math.max(records, from.length), MOST_RECORDS + last - first);
      records = (int) Math.min(records, messages);
      for (int i = 0; i < records; i++) {
        long share = messages / records + (i < messages % records ? 1 : 0);
        int day = first + (int) ((long) i * (last - first + 1) / records);
        mail.add(
            Mail.from(author)
                .underPolicyOf(DOMAIN)
                .modes(modes)
                .spf(passing(spf))
                .dkim(passing(signers))
                .reason(reason)
                .subdomains(policies)
                .ip(from[i % from.length])
                .day(LocalDate.of(2026, 1, 1).plusDays(day).toString())
                .reporter("reporter-" + i % reporters + ".example")
                .messages(share));
      }
      flows.add(new Flow(name, truth, !author.equals(DOMAIN), List.copyOf(mail)));
    }

    /** A name alone stands for one that passes. */
    private static String passing(String checks) {
      List<String> words = new ArrayList<>();
      for (String check : checks.split(",")) {
        words.add(check.isEmpty() || check.contains(" ") ? check : check + " pass");
      }
      return String.join(",", words);
    }

    private long part(double least, double most) {
      double share = least * Math.pow(most / least, random.nextDouble());
      return Math.max(1, Math.round(volume * share));
    }

    private String[] own() {
      return addresses(1 + random.nextInt(3), chance(50) ? "192.0.2." : nextNetwork());
    }

    private String[] ses() {
      return addresses(1 + random.nextInt(5), "54.240.8.");
    }

    private String[] other() {
      return addresses(1 + random.nextInt(3), nextNetwork());
    }

    private String[] scattered() {
      String[] scattered = new String[2 + random.nextInt(50)];
      for (int i = 0; i < scattered.length; i++) {
        scattered[i] = nextNetwork() + "7";
      }
      return scattered;
    }

    private String nextNetwork() {
      networks++;
      return "198." + (18 + networks / 250) + "." + networks % 250 + ".";
    }

    private String[] addresses(int number, String network) {
      String[] addresses = new String[number];
      for (int i = 0; i < number; i++) {
        addresses[i] = network + (10 + i);
      }
      return addresses;
    }

    private boolean chance(int percent) {
      return random.nextInt(PER_CENT) < percent;
    }

    private String pick(String... from) {
      return from[random.nextInt(from.length)];
    }
  }
}

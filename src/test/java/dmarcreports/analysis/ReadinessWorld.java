package dmarcreports.analysis;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderProfiles;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sends as {@code example.com} and below it, on which days and to how many receivers: a world
 * of chance, the same for the same seed. It knows what reports do not tell: whose mail is whose.
 *
 * @param labels what the owner has said, and truly
 * @param all the messages of all flows
 */
record ReadinessWorld(List<Flow> flows, List<SenderLabel> labels, long all) {
  private static final int STEADY_DAYS = 3;
  private static final int MUCH = 5;
  private static final int PER_CENT = 100;

  static ReadinessWorld of(long seed) {
    return new ReadinessFlows(new Random(seed)).world();
  }

  /** Whose mail it is, and what became of it. */
  enum Truth {
    /** Ours, and it passes. */
    PASSES,
    /** Ours and lost at a service that we know and that is not set up. */
    NOT_SET_UP,
    /** Ours and lost, and its sender proves a name that we do not know. */
    PROVEN,
    /** Ours and lost, and beside a name that we do not know stands a signature that claims ours. */
    SIGNING,
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

    /** Whether it is ours, and would be lost. */
    boolean isOurs() {
      return truth != Truth.PASSES && truth != Truth.FORGED && truth != Truth.PASSED_ON;
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

  /** Whether the owner has spoken of it. */
  boolean isLabelled(Mail mail) {
    return labels.stream().anyMatch(label -> label.match().equals(mail.address()));
  }

  DomainFindings findings(List<SenderLabel> said) {
    SenderProfiles profiles = SenderProfiles.standard().withLabels(said);
    return Mail.analyze(profiles, mail()).domains().get(0);
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
      case PROVEN, SILENT, UNANSWERED ->
          !flow.isSteady(all) && flow.mail().stream().noneMatch(this::isLabelled);
      case NOT_SET_UP, CLAIMING, SIGNING -> false;
    };
  }

  /** Whether a forger looks like a tool of ours that was forgotten: nobody can tell them apart. */
  boolean hasToolLikeForger() {
    return isToolLike(Mail::network)
        || isToolLike(mail -> mail.provesName() ? mail.provenName() : mail.network());
  }

  private boolean isToolLike(Function<Mail, String> sender) {
    Map<String, List<Mail>> bySender =
        flows.stream()
            .filter(f -> f.truth() == Truth.FORGED)
            .flatMap(f -> f.mail().stream())
            .filter(mail -> !isLabelled(mail))
            .collect(Collectors.groupingBy(sender));
    return bySender.values().stream()
        .map(mail -> new Flow("", Truth.FORGED, false, mail))
        .filter(f -> f.isSteady(all))
        .anyMatch(f -> f.isShare(all, MUCH) || f.mail().stream().anyMatch(Mail::provesName));
  }

  /** What the owner says once asked about the forgers as well. */
  List<SenderLabel> answers() {
    Stream<SenderLabel> answers =
        flows.stream()
            .filter(f -> f.truth() == Truth.FORGED)
            .flatMap(f -> f.mail().stream())
            .map(mail -> new SenderLabel(mail.address(), "", SenderLabel.Ownership.THEIRS));
    return Stream.concat(labels.stream(), answers).distinct().toList();
  }
}

package dmarcreports.analysis.lookup;

import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.dns.Answer;
import dmarcreports.dns.ConfirmedName;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.LookedUp;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.Snapshot;
import dmarcreports.report.SourceIp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks up what the addresses are called that failing mail came from, those of most of it first.
 */
public final class ReverseLookups {
  /** So many addresses are asked about in one night; the next one goes on with the others. */
  public static final int MOST_ADDRESSES = 100;

  /** So many addresses of one domain are considered, those of most failing messages. */
  static final int MOST_CONSIDERED = 2_000;

  /** What was answered is not asked again for so long; addresses rarely change their names. */
  static final Duration ASKED_AGAIN_AFTER = Duration.ofDays(30);

  private final Lookup lookup;
  private final Snapshot shown;
  private final Snapshot known;
  private final Instant oldest;
  private final Map<SourceIp, Long> failing = new HashMap<>();

  /**
   * @param shown what DNS has answered before; a failure is no answer
   */
  public ReverseLookups(Lookup lookup, Snapshot shown, Instant now) {
    this.lookup = lookup;
    this.shown = shown;
    this.known = shown.ofNames();
    this.oldest = now.minus(ASKED_AGAIN_AFTER);
  }

  /**
   * Adds those of one domain.
   *
   * @param sources most failing messages first
   */
  public void add(List<SourceFindings> sources) {
    int most = Math.min(sources.size(), MOST_CONSIDERED);
    for (int i = 0; i < most; i++) {
      SourceFindings source = sources.get(i);
      if (source.tally().fail() == 0) {
        return;
      }
      source.sourceIp().ifPresent(ip -> failing.merge(ip, source.tally().fail(), Long::sum));
    }
  }

  /**
   * Asks.
   *
   * @return how many of them are left for another night
   */
  public int ask() {
    Comparator<Map.Entry<SourceIp, Long>> mostFirst =
        Map.Entry.comparingByValue(Comparator.reverseOrder());
    List<SourceIp> open = new ArrayList<>();
    failing.entrySet().stream()
        .sorted(mostFirst.thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .filter(ip -> !isKnown(ip))
        .sorted(Comparator.comparing(this::failedLately))
        .forEach(open::add);
    int asked = Math.min(open.size(), MOST_ADDRESSES);
    open.subList(0, asked).forEach(ip -> ConfirmedName.of(ip, this::answer));
    return open.size() - asked;
  }

  private boolean failedLately(SourceIp ip) {
    return shown
        .newest(new Question(DnsName.reverse(ip), RecordType.PTR))
        .filter(one -> one.answer() instanceof Answer.Failed)
        .isPresent();
  }

  private boolean isKnown(SourceIp ip) {
    boolean[] missing = {false};
    ConfirmedName.of(
        ip,
        question -> {
          Optional<Answer> fresh = fresh(question);
          missing[0] |= fresh.isEmpty();
          return fresh.orElseGet(() -> known.answer(question));
        });
    return !missing[0];
  }

  private Answer answer(Question question) {
    return fresh(question).orElseGet(() -> lookup.answer(question));
  }

  /** What was answered not long ago. */
  private Optional<Answer> fresh(Question question) {
    return known.newest(question).filter(one -> !one.last().isBefore(oldest)).map(LookedUp::answer);
  }
}

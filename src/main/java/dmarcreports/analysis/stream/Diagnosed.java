package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Identity;
import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.change.Done;
import dmarcreports.analysis.change.GroupKnowledge;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.change.WhatIf;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.DomainName;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stream with the row of the decision table that matched it, and what follows. */
public record Diagnosed(
    MailStream stream,
    StreamClass streamClass,
    List<Recommendation> recommendations,
    List<Saying> explanation,
    GroupKnowledge knowledge) {

  /**
   * The first row that matches a stream.
   *
   * @param explanations those that were given already, each to itself: most are the same
   */
  public static Diagnosed of(
      MailStream stream, DomainMail mail, Map<List<Saying>, List<Saying>> explanations) {
    StreamClass streamClass = StreamClass.of(stream);
    return new Diagnosed(
        stream,
        streamClass,
        Advice.of(stream, streamClass, mail.parking()),
        explanations.computeIfAbsent(
            Explanation.of(stream, streamClass, mail.parking()), same -> same),
        mail.knowledge());
  }

  /** Whose mail it is. */
  public Belonging belonging() {
    return Belonging.of(stream, streamClass);
  }

  /**
   * Whether it fails, and neither the owner nor the reports say whose it is: what looks like a list
   * by its shape alone, what proves our name and is called a failure, and what DNS did not answer
   * for, among it.
   */
  public boolean isUndecided() {
    if (stream.key().verdict() != Verdict.FAIL || stream.key().ownership().isPresent()) {
      return false;
    }
    return switch (streamClass) {
      case UNKNOWN_THIRD_PARTY, UNKNOWN, REPORTER_INCONSISTENT, TRANSIENT -> true;
      case LIST_OR_FORWARD_BROKEN -> confidence() == Confidence.GUESS;
      case INVALID_FROM,
          HEALTHY,
          FORWARDED_OK,
          OK_DKIM_ONLY,
          OK_SPF_ONLY,
          STRICT_MODE,
          SES_DKIM_BROKEN,
          SES_UNALIGNED,
          VENDOR_UNALIGNED,
          OWN_DKIM,
          OWN_SPF,
          SPOOF_SUSPECT ->
          false;
    };
  }

  /** Mail that was passed on, and unknown mail that claims an identity of ours. */
  public boolean mayBeLostAtReject() {
    return streamClass == StreamClass.LIST_OR_FORWARD_BROKEN
        || streamClass == StreamClass.UNKNOWN
            && (stream.spfCause().isOwn() || stream.dkimCause().isOwn());
  }

  private Confidence confidence() {
    return streamClass.confidence(stream);
  }

  /** The diagnosis for some of the messages of the stream. */
  public Diagnosis diagnosis(List<Cell> cells) {
    return diagnosis(cells, recommendations, cells);
  }

  /**
   * The same with the recommendations of other streams beside it.
   *
   * @param repaired the messages that they are to repair
   */
  public Diagnosis diagnosis(List<Cell> cells, List<Recommendation> merged, List<Cell> repaired) {
    WhatIf.Bounds bounds = new WhatIf(knowledge).bounds(repaired, Done.all(EnumSet.copyOf(merged)));
    Optional<Identity> spf = mostFrequentSpf(cells);
    return new Diagnosis(
        stream.senderName(),
        Failure.of(stream),
        streamClass,
        confidence(),
        belonging(),
        stream.key().authorDomain(),
        spf.flatMap(Identity::domain).map(DomainName::text).orElse(""),
        spf.map(i -> i.outcome().word()).orElse(""),
        stream.spfCause(),
        stream.key().passing(),
        stream.dkimCause(),
        merged,
        bounds.min(),
        bounds.max(),
        stream.isForwarded(),
        isMethodSensitive(cells),
        explanation);
  }

  private static boolean isMethodSensitive(List<Cell> cells) {
    for (Cell cell : cells) {
      if (cell.facts().method().decides()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Identity> mostFrequentSpf(List<Cell> cells) {
    Optional<Identity> first = cells.get(0).facts().spf().primary();
    if (isPrimaryOfAll(first, cells)) {
      return first;
    }
    Map<Identity, Long> messages = new HashMap<>();
    for (Cell cell : cells) {
      Optional<Identity> identity = cell.facts().spf().primary();
      if (identity.isPresent()) {
        messages.merge(identity.get(), cell.messages(), Tally::sum);
      }
    }
    Map.Entry<Identity, Long> most = null;
    for (Map.Entry<Identity, Long> each : messages.entrySet()) {
      most = most == null || isMore(each, most) ? each : most;
    }
    return most == null ? Optional.empty() : Optional.of(most.getKey());
  }

  private static boolean isPrimaryOfAll(Optional<Identity> identity, List<Cell> cells) {
    Facts last = cells.get(0).facts();
    for (Cell cell : cells) {
      if (cell.facts() != last) {
        last = cell.facts();
        if (!last.spf().primary().equals(identity)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isMore(Map.Entry<Identity, Long> one, Map.Entry<Identity, Long> other) {
    int order = Long.compare(one.getValue(), other.getValue());
    return order > 0 || order == 0 && one.getKey().compareTo(other.getKey()) > 0;
  }
}

package dmarcreports.analysis.lookup;

import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.saying.Saying;
import java.util.List;
import java.util.Optional;

/**
 * What an answer means, and what to do about it.
 *
 * @param code how tables and scripts call it
 * @param advice what to do; empty where there is nothing to do
 * @param publish the records that the advice speaks of
 */
public record Remark(
    String code,
    Severity severity,
    Saying meaning,
    Optional<Saying> advice,
    List<DnsRecord> publish) {

  /** Keeps its own copy of the list. */
  public Remark {
    publish = List.copyOf(publish);
  }

  /** A remark without advice. */
  static Remark of(Weighed phrase, Object... values) {
    return new Remark(
        phrase.code(), phrase.severity(), phrase.of(values), Optional.empty(), List.of());
  }

  /** The same with what to do about it. */
  Remark advising(Saying what, DnsRecord... records) {
    return new Remark(code, severity, meaning, Optional.of(what), List.of(records));
  }

  /** The same of a name whose owner does not read this: he alone could do anything about it. */
  Remark ofAStranger() {
    Severity weight = severity == Severity.ATTENTION ? Severity.NOTE : severity;
    return new Remark(code, weight, meaning, Optional.empty(), List.of());
  }
}

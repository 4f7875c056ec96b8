package dmarcreports.dns.dkim;

import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * What came when the key of a selector was asked for (RFC 6376, 3.6.2).
 *
 * @param selector as a signature names it
 * @param domain whose key, the {@code d=}
 * @param question what was asked; empty where there can be no such name
 * @param answer what came
 * @param keys the texts that are key records; with several, what receivers do is not defined
 * @param others the texts that are none
 */
public record DkimKeyLookup(
    String selector,
    DomainName domain,
    Optional<Question> question,
    Answer answer,
    List<DkimKeyRecord> keys,
    List<String> others) {
  private static final String BETWEEN = "._domainkey.";
  private static final int FIRST_NOT_ASCII = 0x80;

  /** Keeps its own copies. */
  public DkimKeyLookup {
    keys = List.copyOf(keys);
    others = List.copyOf(others);
  }

  /** Asks for the key of a selector. */
  public static DkimKeyLookup of(String selector, DomainName domain, Lookup lookup) {
    Optional<Question> question = question(selector, domain);
    Answer answer =
        question
            .map(lookup::answer)
            .orElseGet(() -> new Answer.Absent(Answer.Absence.NAME, List.of()));
    List<String> texts = answer.texts();
    return new DkimKeyLookup(
        selector,
        domain,
        question,
        answer,
        texts.stream().flatMap(text -> DkimKeyRecord.parse(text).stream()).toList(),
        texts.stream().filter(text -> DkimKeyRecord.parse(text).isEmpty()).toList());
  }

  /** What is asked for the key of a selector; empty where there can be no such name. */
  public static Optional<Question> question(String selector, DomainName domain) {
    return ascii(selector)
        .flatMap(s -> DnsName.ofBytes(s + BETWEEN + domain))
        .map(name -> new Question(name, RecordType.TXT));
  }

  /** The only key record. */
  public Optional<DkimKeyRecord> key() {
    return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
  }

  /** Whether there are several keys, of which receivers take any. */
  public boolean isAmbiguous() {
    return keys.size() > 1;
  }

  /** Whether it cannot be told what is there. */
  public boolean failed() {
    return answer instanceof Answer.Failed;
  }

  /** A selector in U-labels is asked for in A-labels (RFC 8616, 5). */
  private static Optional<String> ascii(String selector) {
    return selector.chars().allMatch(c -> c < FIRST_NOT_ASCII)
        ? Optional.of(selector)
        : DomainName.parse(selector).map(DomainName::text);
  }
}

package dmarcreports.dns.dmarc;

import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * What came when the DMARC record of one name was asked for.
 *
 * @param domain whose record
 * @param question what was asked; empty where the name would be too long to be there
 * @param answer what came
 * @param records the texts that are DMARC records; where there are several, none counts
 * @param others the texts beside them
 */
public record DmarcLookup(
    DomainName domain,
    Optional<Question> question,
    Answer answer,
    List<PublishedDmarc> records,
    List<OtherText> others) {
  private static final String LABEL = "_dmarc";

  /** Keeps its own copies. */
  public DmarcLookup {
    records = List.copyOf(records);
    others = List.copyOf(others);
  }

  /** Asks for the record of a name. */
  public static DmarcLookup of(DomainName domain, Lookup lookup) {
    Optional<Question> question =
        DnsName.of(domain).below(LABEL).map(name -> new Question(name, RecordType.TXT));
    Answer answer =
        question
            .map(lookup::answer)
            .orElseGet(() -> new Answer.Absent(Answer.Absence.NAME, List.of()));
    List<String> texts = answer.texts();
    return new DmarcLookup(
        domain,
        question,
        answer,
        texts.stream().flatMap(text -> PublishedDmarc.parse(text).stream()).toList(),
        texts.stream().filter(text -> !OtherText.isRecord(text)).map(OtherText::of).toList());
  }

  /** The record that counts: the only one (RFC 9989, 4.10). */
  public Optional<PublishedDmarc> record() {
    return records.size() == 1 ? Optional.of(records.get(0)) : Optional.empty();
  }

  /** Whether there are several records, of which none counts. */
  public boolean isAmbiguous() {
    return records.size() > 1;
  }

  /** Whether it cannot be told what is there. */
  public boolean failed() {
    return answer instanceof Answer.Failed;
  }
}

package dmarcreports.dns.spf;

import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came when the SPF record of a name was asked for (RFC 7208, 4.4, 4.5).
 *
 * @param question what was asked
 * @param answer what came
 * @param records the texts that are SPF records; more than one is as bad as a broken one
 * @param alike the texts that are none and were meant to be, as it seems
 */
public record SpfLookup(
    Question question, Answer answer, List<SpfRecord> records, List<String> alike) {

  /** Keeps its own copies. */
  public SpfLookup {
    records = List.copyOf(records);
    alike = List.copyOf(alike);
  }

  /** Asks for the record of a domain. */
  public static SpfLookup of(DomainName domain, Lookup lookup) {
    return of(DnsName.of(domain), lookup);
  }

  /** Asks for the record of a name. */
  public static SpfLookup of(DnsName name, Lookup lookup) {
    Question question = new Question(name, RecordType.TXT);
    Answer answer = lookup.answer(question);
    List<String> texts = answer.texts();
    return new SpfLookup(
        question,
        answer,
        texts.stream().flatMap(text -> SpfRecord.parse(text).stream()).toList(),
        texts.stream().filter(SpfLookup::isAlike).toList());
  }

  /** The only record. */
  public Optional<SpfRecord> record() {
    return records.size() == 1 ? Optional.of(records.get(0)) : Optional.empty();
  }

  /** Whether there are several records, for which receivers refuse all. */
  public boolean isAmbiguous() {
    return records.size() > 1;
  }

  /** Whether it cannot be told what is there. */
  public boolean failed() {
    return answer instanceof Answer.Failed;
  }

  private static boolean isAlike(String text) {
    return !SpfRecord.isRecord(text) && text.toLowerCase(Locale.ROOT).contains("spf1");
  }
}

package dmarcreports.output.wording;

import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.remedy.RemedyPhrase;
import dmarcreports.output.language.Language;
import java.util.List;

/** A remedy in the words of a language. */
public record RemedyText(Remedy remedy, Language language) {

  /** What must be so before; that nothing must, where that is so. */
  public String needs() {
    return remedy.needs().isEmpty()
        ? language.say(RemedyPhrase.NEEDS_NOTHING)
        : language.say(remedy.needs());
  }

  public String assumes() {
    return language.say(remedy.assumes());
  }

  /** Each step in one line. */
  public List<String> steps() {
    return remedy.steps().stream().map(step -> language.say(step.inOneLine())).toList();
  }

  /** In master-file form. */
  public List<String> dnsRecords() {
    return remedy.dnsRecords().stream().map(DnsRecord::text).toList();
  }
}

package dmarcreports.output;

import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.remedy.RemedyPhrase;
import dmarcreports.output.wording.Language;
import java.util.List;

/** A remedy in the words of a language. */
record RemedyText(Remedy remedy, Language language) {

  /** What must be so before; that nothing must, where that is so. */
  String needs() {
    return remedy.needs().isEmpty()
        ? language.say(RemedyPhrase.NEEDS_NOTHING)
        : language.say(remedy.needs());
  }

  String assumes() {
    return language.say(remedy.assumes());
  }

  /** Each step in one line. */
  List<String> steps() {
    return remedy.steps().stream().map(step -> language.say(step.inOneLine())).toList();
  }

  /** In master-file form. */
  List<String> dnsRecords() {
    return remedy.dnsRecords().stream().map(DnsRecord::text).toList();
  }
}

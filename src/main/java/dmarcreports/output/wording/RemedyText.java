package dmarcreports.output.wording;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.lookup.ShownInDns;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.remedy.RemedyPhrase;
import dmarcreports.output.language.Language;
import java.util.List;
import java.util.Optional;

/**
 * A remedy in the words of a language.
 *
 * @param shown what DNS has shown of its records; empty where it was not asked
 */
public record RemedyText(Remedy remedy, Optional<ShownInDns> shown, Language language) {

  /** How an action is carried out. */
  public static RemedyText of(Action action, Language language) {
    return new RemedyText(action.remedy(), ShownInDns.of(action), language);
  }

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

  /** What is still to be published, in master-file form. */
  public List<String> dnsRecords() {
    return shown.map(ShownInDns::missing).orElseGet(remedy::dnsRecords).stream()
        .map(DnsRecord::text)
        .toList();
  }
}

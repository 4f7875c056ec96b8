package dmarcreports.analysis;

import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.remedy.Remedy;
import java.util.List;

/** A remedy as tests read it: in English, each step in one line. */
public record SpokenRemedy(
    String needs,
    String assumes,
    List<String> steps,
    List<String> dnsRecords,
    List<Remedy.Snippet> snippets) {

  public static SpokenRemedy of(Remedy remedy) {
    return new SpokenRemedy(
        English.of(remedy.needs()),
        English.of(remedy.assumes()),
        remedy.steps().stream().map(step -> English.of(step.inOneLine())).toList(),
        remedy.dnsRecords().stream().map(DnsRecord::text).toList(),
        remedy.snippets());
  }
}

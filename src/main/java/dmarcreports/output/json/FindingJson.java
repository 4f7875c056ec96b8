package dmarcreports.output.json;

import dmarcreports.analysis.lookup.Asked;
import dmarcreports.analysis.lookup.Finding;
import dmarcreports.analysis.lookup.Remark;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.dns.Answer;
import dmarcreports.dns.ResourceRecord;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.plain.Maps;
import java.util.List;
import java.util.Map;

/** One look-up as an object. */
final class FindingJson {
  private final Language language;

  FindingJson(Language language) {
    this.language = language;
  }

  Map<String, Object> of(Finding finding) {
    return Maps.of(
        "topic",
        Codes.word(finding.topic()),
        "name",
        finding.name(),
        "severity",
        Codes.word(finding.severity()),
        "asked",
        finding.asked().stream().map(FindingJson::asked).toList(),
        "tree",
        finding.tree(),
        "remarks",
        finding.remarks().stream().map(this::remark).toList());
  }

  private static Map<String, Object> asked(Asked asked) {
    return Maps.of(
        "question",
        asked.question().toString(),
        "outcome",
        outcome(asked.answer()),
        "aliases",
        aliases(asked.answer()).stream().map(ResourceRecord::toString).toList(),
        "records",
        asked.answer().found().stream().map(ResourceRecord::toString).toList(),
        "server",
        asked.answer() instanceof Answer.Failed failed ? failed.server() : null);
  }

  private static String outcome(Answer answer) {
    if (answer instanceof Answer.Found) {
      return "found";
    }
    if (answer instanceof Answer.Absent absent) {
      return absent.kind() == Answer.Absence.NAME ? "no_name" : "no_data";
    }
    return Codes.word(((Answer.Failed) answer).kind());
  }

  private static List<ResourceRecord> aliases(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return found.aliases();
    }
    return answer instanceof Answer.Absent absent ? absent.aliases() : List.of();
  }

  private Map<String, Object> remark(Remark remark) {
    return Maps.of(
        "code",
        remark.code(),
        "severity",
        Codes.word(remark.severity()),
        "meaning",
        language.say(remark.meaning()),
        "advice",
        remark.advice().map(language::say).orElse(null),
        "publish",
        remark.publish().stream().map(DnsRecord::text).toList());
  }
}

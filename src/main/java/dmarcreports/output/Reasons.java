package dmarcreports.output;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.stream.Collectors;

/** Why something is to be done: what is the matter with the mail that it is for. */
final class Reasons {
  private Reasons() {}

  /** Of each class of mail behind an entry, what is said of most of its messages. */
  static List<List<Saying>> of(List<StreamFindings> behind) {
    return behind.stream().map(stream -> stream.diagnosis().explanation()).distinct().toList();
  }

  /** What the reports say, of the stream with most failing messages. */
  static String evidence(StreamFindings stream) {
    Diagnosis diagnosis = stream.diagnosis();
    String signers =
        diagnosis.dkimDomains().stream().map(DomainName::text).collect(Collectors.joining(", "));
    return "Seen: "
        + Words.of(diagnosis.failure())
        + ". SPF "
        + Words.spf(diagnosis.spfCause())
        + code(diagnosis.spfCause(), diagnosis.spfDomain())
        + "; DKIM "
        + Words.dkim(diagnosis.dkimCause())
        + code(diagnosis.dkimCause(), passes(diagnosis.dkimCause()) ? signers : "")
        + (passes(diagnosis.dkimCause()) || signers.isEmpty()
            ? ""
            : ", but passes for " + signers + ", not yours")
        + ". How sure: "
        + Words.of(diagnosis.confidence())
        + ". Class: "
        + diagnosis.streamClass().word()
        + ".";
  }

  private static boolean passes(Cause dkim) {
    return dkim == Cause.PASS_FOREIGN || dkim == Cause.STRICT_ONLY || dkim.isAligned();
  }

  private static String code(Cause cause, String domains) {
    return (domains.isEmpty() ? "" : ": " + domains) + " (" + cause.word() + ")";
  }
}

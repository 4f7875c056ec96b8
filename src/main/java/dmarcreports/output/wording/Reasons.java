package dmarcreports.output.wording;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.output.language.Language;
import dmarcreports.report.DomainName;
import java.util.List;

/** Why something is to be done: what is the matter with the mail that it is for. */
public final class Reasons {
  private Reasons() {}

  /** Of each class of mail behind an entry, what is said of most of its messages. */
  public static List<List<Saying>> of(List<StreamFindings> behind) {
    return behind.stream().map(stream -> stream.diagnosis().explanation()).distinct().toList();
  }

  /** What the reports say, of the stream with most failing messages. */
  public static String evidence(StreamFindings stream, Language language) {
    Diagnosis diagnosis = stream.diagnosis();
    return language.say(
        List.of(
            ReasonPhrase.SEEN.of(Words.of(diagnosis.failure(), language)),
            ReasonPhrase.LEGS.of(spf(diagnosis), dkim(diagnosis)),
            ReasonPhrase.HOW_SURE.of(Words.of(diagnosis.confidence(), language)),
            ReasonPhrase.CLASS.of(diagnosis.streamClass().word())));
  }

  private static Saying spf(Diagnosis diagnosis) {
    Saying what = Legs.spf(diagnosis.spfCause()).of();
    String code = diagnosis.spfCause().word();
    return diagnosis.spfDomain().isEmpty()
        ? ReasonPhrase.LEG.of(what, code)
        : ReasonPhrase.LEG_FOR.of(what, diagnosis.spfDomain(), code);
  }

  private static Saying dkim(Diagnosis diagnosis) {
    Saying what = Legs.dkim(diagnosis.dkimCause()).of();
    String code = diagnosis.dkimCause().word();
    if (diagnosis.dkimDomains().isEmpty()) {
      return ReasonPhrase.LEG.of(what, code);
    }
    Names signers =
        Names.of(
            Names.Joint.COMMA, diagnosis.dkimDomains().stream().map(DomainName::text).toList());
    return passes(diagnosis.dkimCause())
        ? ReasonPhrase.LEG_FOR.of(what, signers, code)
        : ReasonPhrase.LEG_BUT_PASSES_FOR.of(what, code, signers);
  }

  private static boolean passes(Cause dkim) {
    return dkim == Cause.PASS_FOREIGN || dkim == Cause.STRICT_ONLY || dkim.isAligned();
  }
}

package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;

/**
 * A diagnosis in sentences, for people who know mail and not DMARC. Of what reports say only domain
 * names get into them. Those about mail that passes are chosen here.
 */
final class Explanation {
  private final MailStream stream;
  private final StreamClass streamClass;
  private final Parking parking;
  private final DomainName author;

  private Explanation(MailStream stream, StreamClass streamClass, Parking parking) {
    this.stream = stream;
    this.streamClass = streamClass;
    this.parking = parking;
    this.author = stream.author();
  }

  static List<Saying> of(MailStream stream, StreamClass streamClass, Parking parking) {
    List<Saying> sentences = new ArrayList<>(new Explanation(stream, streamClass, parking).main());
    Asides.add(stream, streamClass, sentences);
    return List.copyOf(sentences);
  }

  private List<Saying> main() {
    OurFailure ours = new OurFailure(stream);
    DoubtfulFailure doubtful = new DoubtfulFailure(stream, parking);
    return switch (streamClass) {
      case INVALID_FROM -> List.of(ExplanationPhrase.INVALID_FROM.of());
      case REPORTER_INCONSISTENT -> List.of(ExplanationPhrase.REPORTER_INCONSISTENT.of(author));
      case HEALTHY -> List.of(ExplanationPhrase.HEALTHY.of(author));
      case FORWARDED_OK -> List.of(forwarded());
      case OK_DKIM_ONLY -> List.of(ExplanationPhrase.OK_DKIM_ONLY.of(author), spfBesides());
      case OK_SPF_ONLY -> List.of(ExplanationPhrase.OK_SPF_ONLY.of(author), dkimBesides());
      case TRANSIENT -> List.of(ExplanationPhrase.TRANSIENT.of());
      case STRICT_MODE -> List.of(ours.strict());
      case SES_DKIM_BROKEN -> ours.sesBroken();
      case SES_UNALIGNED -> ours.sesUnaligned();
      case VENDOR_UNALIGNED -> ours.vendor();
      case LIST_OR_FORWARD_BROKEN -> doubtful.passedOn();
      case OWN_DKIM -> ours.signature(streamClass.confidence(stream));
      case OWN_SPF -> ours.spf();
      case UNKNOWN_THIRD_PARTY -> doubtful.stranger();
      case SPOOF_SUSPECT -> doubtful.somebodyElse();
      case UNKNOWN -> doubtful.unknown();
    };
  }

  private Saying forwarded() {
    return stream.spfCause() == Cause.PASS_FOREIGN
        ? ExplanationPhrase.FORWARDED_OK_BY.of(author, stream.returnPath())
        : ExplanationPhrase.FORWARDED_OK.of(author);
  }

  private Saying spfBesides() {
    return switch (stream.spfCause()) {
      case STRICT_ONLY -> ExplanationPhrase.SPF_STRICT_ONLY.of(stream.returnPath(), author);
      case PASS_FOREIGN -> spfForeign().of(stream.returnPath());
      case OWN_FAIL, OWN_SOFTFAIL -> ExplanationPhrase.SPF_UNLISTED.of();
      case REPORT_PASS_UNSUPPORTED,
          REPORT_FAIL_CONTRADICTED,
          ALIGNED_EXACT,
          ALIGNED_ORG,
          OWN_NEUTRAL,
          OWN_NONE,
          OWN_PERMERROR,
          OWN_TEMPERROR,
          OWN_POLICY,
          FAIL_FOREIGN,
          MISSING ->
          ExplanationPhrase.SPF_PROVES_NOTHING.of();
    };
  }

  private ExplanationPhrase spfForeign() {
    if (!stream.isSes()) {
      return ExplanationPhrase.SPF_FOREIGN;
    }
    return stream.spfMode() == AlignmentMode.STRICT
        ? ExplanationPhrase.MAIL_FROM_OF_SES_STRICT
        : ExplanationPhrase.MAIL_FROM_OF_SES;
  }

  private Saying dkimBesides() {
    if (stream.dkimCause() == Cause.STRICT_ONLY) {
      return ExplanationPhrase.RELAX_ADKIM.of();
    }
    if (stream.dkimCause() == Cause.OWN_TEMPERROR) {
      return ExplanationPhrase.SIGNATURE_UNANSWERED.of();
    }
    if (stream.dkimCause().isOwn()) {
      return ExplanationPhrase.REPAIR_SIGNATURE.of();
    }
    return stream.isSes()
        ? ExplanationPhrase.TURN_ON_EASY_DKIM.of(author)
        : ExplanationPhrase.SIGN_AS.of(author);
  }
}

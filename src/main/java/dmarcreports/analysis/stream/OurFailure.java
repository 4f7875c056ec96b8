package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Identity;
import dmarcreports.analysis.alignment.Outcome;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Names.Joint;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is said of failing mail that we sent, or a service for us: how to make it pass. */
final class OurFailure {
  private final MailStream stream;
  private final DomainName author;

  OurFailure(MailStream stream) {
    this.stream = stream;
    this.author = stream.author();
  }

  Saying strict() {
    if (stream.spfCause() != Cause.STRICT_ONLY) {
      return ExplanationPhrase.STRICT_DKIM.of(Names.of(Joint.COMMA, ownSigners()), author);
    }
    return stream.dkimCause() == Cause.STRICT_ONLY
        ? ExplanationPhrase.STRICT_BOTH.of(stream.returnPath(), author)
        : ExplanationPhrase.STRICT_SPF.of(stream.returnPath(), author);
  }

  List<Saying> sesBroken() {
    List<Saying> sentences = new ArrayList<>();
    sentences.add(ExplanationPhrase.SES_DKIM_BROKEN.of(author, flaw()));
    if (stream.dkimCause() == Cause.OWN_TEMPERROR) {
      sentences.add(ExplanationPhrase.EASY_DKIM_AGAIN_IF_IT_STAYS.of());
      return sentences;
    }
    if (stream.dkimCause() == Cause.OWN_FAIL && signedByAmazon()) {
      sentences.add(ExplanationPhrase.KEY_WRONG.of());
    }
    sentences.add(ExplanationPhrase.EASY_DKIM_AGAIN.of());
    return sentences;
  }

  List<Saying> sesUnaligned() {
    return List.of(ExplanationPhrase.SES_UNALIGNED.of(author), setUpSes().of(author));
  }

  private ExplanationPhrase setUpSes() {
    boolean own = stream.newest().facts().spf().hasOwn(Outcome.PASS);
    if (stream.isForwarded() || own || stream.spfCause() != Cause.PASS_FOREIGN) {
      return ExplanationPhrase.EASY_DKIM_EVERYWHERE;
    }
    return stream.spfMode() == AlignmentMode.STRICT
        ? ExplanationPhrase.EASY_DKIM_AND_MAIL_FROM_STRICT
        : ExplanationPhrase.EASY_DKIM_AND_MAIL_FROM;
  }

  List<Saying> vendor() {
    String service = stream.sender().service().map(SenderProfile::name).orElse("");
    if (stream.dkimCause().isOwn() && stream.servicesSignature()) {
      return List.of(
          ExplanationPhrase.VENDOR_DKIM_BROKEN.of(service, author, flaw()),
          ExplanationPhrase.REPAIR_SERVICES_KEY.of());
    }
    Collection<DomainName> proven = proven();
    List<Saying> sentences = new ArrayList<>();
    sentences.add(
        proven.isEmpty()
            ? ExplanationPhrase.VENDOR_UNALIGNED_ITSELF.of(service, author)
            : ExplanationPhrase.VENDOR_UNALIGNED.of(
                service, Names.of(Joint.COMMA, proven), author));
    setUpService(sentences);
    return sentences;
  }

  private void setUpService(List<Saying> to) {
    Optional<SenderProfile> service = stream.sender().service();
    boolean ours = stream.isLabelled(Ownership.OURS);
    switch (service.map(SenderProfile::dkimReach).orElse(Reach.EXACT)) {
      case EXACT ->
          to.add(
              ours
                  ? ExplanationPhrase.SERVICE_SHOULD_SIGN.of(author)
                  : ExplanationPhrase.SERVICE_SHOULD_SIGN_IF_YOURS.of(author));
      case RELAXED ->
          to.add(
              ours
                  ? ExplanationPhrase.SERVICE_SHOULD_SIGN_BELOW.of(author)
                  : ExplanationPhrase.SERVICE_SHOULD_SIGN_BELOW_IF_YOURS.of(author));
      case NEVER -> {
        service.flatMap(SenderProfile::note).ifPresent(note -> to.add(note.of()));
        if (!ours) {
          to.add(ExplanationPhrase.NOBODY_USES_SERVICE.of());
        }
      }
    }
  }

  /**
   * @param sure how sure it is that it is ours
   */
  List<Saying> signature(Confidence sure) {
    List<Saying> sentences = new ArrayList<>();
    sentences.add(ExplanationPhrase.OWN_DKIM.of(author, flaw()));
    sentences.add(
        stream.dkimCause() == Cause.OWN_PERMERROR
            ? ExplanationPhrase.PUBLISH_KEY.of()
            : ExplanationPhrase.FIND_CHANGE.of());
    if (sure == Confidence.GUESS) {
      sentences.add(ExplanationPhrase.SIGNER_GUESSED.of());
    }
    return sentences;
  }

  List<Saying> spf() {
    return List.of(unlisted().of(stream.returnPath()), ExplanationPhrase.SIGN_AS_WELL.of());
  }

  private ExplanationPhrase unlisted() {
    if (stream.spfCause() == Cause.OWN_PERMERROR) {
      return ExplanationPhrase.OWN_SPF_BROKEN;
    }
    return stream.spfCause() == Cause.OWN_NONE
        ? ExplanationPhrase.OWN_SPF_NONE
        : ExplanationPhrase.OWN_SPF_UNLISTED;
  }

  /** How our signature is broken, in a clause. */
  private Saying flaw() {
    if (stream.keyMissing()) {
      return ExplanationPhrase.KEY_MISSING.of();
    }
    if (stream.dkimCause() == Cause.OWN_PERMERROR) {
      return ExplanationPhrase.KEY_UNUSABLE.of();
    }
    return stream.dkimCause() == Cause.OWN_TEMPERROR
        ? ExplanationPhrase.KEY_UNANSWERED.of()
        : ExplanationPhrase.SIGNATURE_BROKEN.of();
  }

  private boolean signedByAmazon() {
    return stream.key().passing().stream().anyMatch(KnownSenders.AMAZON_SES::signsAs);
  }

  /** What the service proves; empty where not even its return path is told. */
  private Collection<DomainName> proven() {
    Collection<DomainName> signers =
        stream.newest().facts().dkim().passingForeign().stream()
            .filter(d -> stream.isSes() || !KnownSenders.AMAZON_SES.signsAs(d))
            .toList();
    return signers.isEmpty() ? stream.spfName().stream().toList() : signers;
  }

  private List<DomainName> ownSigners() {
    return stream.newest().facts().dkim().identities().stream()
        .filter(i -> i.isOwn(Outcome.PASS))
        .map(Identity::domain)
        .flatMap(Optional::stream)
        .sorted()
        .toList();
  }
}

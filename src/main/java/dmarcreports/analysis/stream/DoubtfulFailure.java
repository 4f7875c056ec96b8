package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of failing mail that was passed on, or that is not ours or may not be. */
final class DoubtfulFailure {
  private final MailStream stream;
  private final Parking parking;
  private final DomainName author;

  DoubtfulFailure(MailStream stream, Parking parking) {
    this.stream = stream;
    this.parking = parking;
    this.author = stream.author();
  }

  /** What receivers or known names tell is said as such; the look of a list is a guess. */
  List<Saying> passedOn() {
    boolean named = stream.spfCause() == Cause.PASS_FOREIGN;
    boolean told = stream.testimony() || stream.knownForwarder();
    if (stream.isForwardedByHostAlone()) {
      return byHost(stream.hosts().forwarder().get().name());
    }
    if (!told) {
      return List.of(
          named
              ? ExplanationPhrase.PERHAPS_PASSED_ON_BY.of(stream.returnPath())
              : ExplanationPhrase.PERHAPS_PASSED_ON.of());
    }
    if (stream.dkimCause() != Cause.MISSING) {
      return List.of(
          named
              ? ExplanationPhrase.PASSED_ON_BY.of(stream.returnPath(), author)
              : ExplanationPhrase.PASSED_ON.of(author),
          ExplanationPhrase.NOTHING_TO_REPAIR.of());
    }
    return List.of(
        named
            ? ExplanationPhrase.PASSED_ON_UNSIGNED_BY.of(stream.returnPath(), author)
            : ExplanationPhrase.PASSED_ON_UNSIGNED.of(author),
        parking == Parking.NO ? ExplanationPhrase.SIGN_TO_SURVIVE.of() : silence());
  }

  /** The name of a host tells that mail came from there, not how it got there. */
  private List<Saying> byHost(String service) {
    return List.of(
        ExplanationPhrase.PERHAPS_PASSED_ON_FROM.of(service, author),
        parking == Parking.NO ? ExplanationPhrase.OR_SENT_THROUGH_IT.of(service) : silence());
  }

  List<Saying> stranger() {
    String stranger = stream.sender().stranger().map(DomainName::text).orElse("");
    List<Saying> sentences = new ArrayList<>();
    sentences.add(
        sharedBy()
            .map(service -> ExplanationPhrase.OTHER_CUSTOMER.of(service.name(), stranger, author))
            .orElseGet(() -> ExplanationPhrase.UNKNOWN_THIRD_PARTY.of(stranger, author)));
    if (parking != Parking.NO) {
      sentences.add(silence());
    } else if (stream.hasBrokenSignature()) {
      sentences.add(ExplanationPhrase.STRANGERS_SIGNATURE.of());
    }
    return sentences;
  }

  /** The service whose shared name tells another customer. */
  private Optional<SenderProfile> sharedBy() {
    for (SenderProfile service : KnownSenders.ALL) {
      for (DomainName domain : stream.key().passing()) {
        if (service.signsAs(domain) && service.tenantOf(domain).isPresent()) {
          return Optional.of(service);
        }
      }
    }
    return Optional.empty();
  }

  List<Saying> somebodyElse() {
    boolean unproven = stream.sender().name().isEmpty();
    Saying stop = whatStopsIt().of();
    return stream.isLabelled(Ownership.THEIRS)
        ? List.of(
            ExplanationPhrase.YOU_SAID_THEIRS.of(),
            unproven
                ? ExplanationPhrase.THEIRS_UNPROVEN.of(author)
                : ExplanationPhrase.THEIRS_PROVEN.of(author),
            stop)
        : List.of(
            unproven
                ? ExplanationPhrase.FORGED_UNPROVEN.of(author)
                : ExplanationPhrase.FORGED_PROVEN.of(author),
            ExplanationPhrase.GUESS.of(),
            stop);
  }

  private ExplanationPhrase whatStopsIt() {
    if (stream.isRejectedAlready()) {
      return ExplanationPhrase.REFUSED_ALREADY;
    }
    return stream.newest().facts().policy().equals(Optional.of(Policy.REJECT))
        ? ExplanationPhrase.LET_THROUGH
        : ExplanationPhrase.STOP_BY_POLICY;
  }

  List<Saying> unknown() {
    boolean claims = stream.spfCause().isOwn() || stream.dkimCause().isOwn();
    Saying trace =
        claims ? ExplanationPhrase.CLAIMS.of(author) : ExplanationPhrase.NO_TRACE.of(author);
    return List.of(
        stream
            .newest()
            .facts()
            .apart()
            .map(sister -> ExplanationPhrase.SISTER_APART.of(sister, author))
            .orElse(trace),
        whatToDo());
  }

  private Saying whatToDo() {
    if (stream.isLabelled(Ownership.OURS)) {
      return ExplanationPhrase.YOU_SAID_OURS.of();
    }
    if (parking != Parking.NO) {
      return silence();
    }
    return stream.dkimCause().isOwn()
        ? ExplanationPhrase.ASK_AND_REPAIR.of()
        : ExplanationPhrase.ASK_AND_SIGN.of();
  }

  private Saying silence() {
    return parking == Parking.DONE
        ? ExplanationPhrase.NOTHING_PROVEN_REFUSED.of()
        : ExplanationPhrase.NOTHING_PROVEN.of();
  }
}

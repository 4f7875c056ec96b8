package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.OrganizationMethod;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.Sender;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known about a stream beside its own checks, as far as the class table asks for it. */
public final class Circumstances {
  private Circumstances() {}

  public static List<Saying> of(MailStream stream) {
    List<Saying> sayings = new ArrayList<>();
    stream.newest().label().ifPresent(l -> sayings.add(label(l.ownership()).of()));
    sayings.add(sender(stream.sender()));
    if (stream.sender().throughSes()) {
      sayings.add(CircumstancePhrase.THROUGH_SES.of());
    }
    if (stream.testimony()) {
      sayings.add(CircumstancePhrase.TESTIMONY.of());
    }
    if (stream.knownForwarder()) {
      sayings.add(CircumstancePhrase.KNOWN_FORWARDER.of());
    }
    stream
        .hosts()
        .forwarder()
        .ifPresent(host -> sayings.add(CircumstancePhrase.FORWARDING_HOST.of(host.name())));
    Asides.called(stream).ifPresent(sayings::add);
    if (stream.elsewhere()) {
      sayings.add(CircumstancePhrase.ELSEWHERE.of());
    }
    if (stream.listShape()) {
      sayings.add(CircumstancePhrase.LIST_SHAPE.of());
    }
    if (stream.key().corroborated() && !stream.isLabelled(Ownership.OURS)) {
      sayings.add(CircumstancePhrase.CORROBORATED.of());
    }
    if (stream.dkimCause().isOwn() && stream.ownSignature().isPresent()) {
      sayings.add(CircumstancePhrase.OUR_SIGNER.of());
    }
    if (stream.keyMissing()) {
      sayings.add(CircumstancePhrase.KEY_MISSING.of());
    }
    method(stream.newest().facts().method()).ifPresent(sayings::add);
    return sayings;
  }

  private static Optional<Saying> method(OrganizationMethod method) {
    return switch (method.way()) {
      case LIST -> Optional.empty();
      case LIST_DECIDES -> method.parted().map(CircumstancePhrase.LIST_DECIDES::of);
      case WALK, WALK_DECIDES -> Optional.of(CircumstancePhrase.BY_WALK.of());
      case WALK_DECIDED -> Optional.of(CircumstancePhrase.BY_FORMER_WALK.of());
    };
  }

  private static CircumstancePhrase label(Ownership ownership) {
    return switch (ownership) {
      case OURS -> CircumstancePhrase.LABELLED_OURS;
      case THEIRS -> CircumstancePhrase.LABELLED_THEIRS;
      case FORWARDER -> CircumstancePhrase.LABELLED_FORWARDER;
    };
  }

  private static Saying sender(Sender sender) {
    if (sender.service().isPresent()) {
      return CircumstancePhrase.SERVICE.of(sender.name());
    }
    return sender.stranger().isPresent()
        ? CircumstancePhrase.STRANGER.of(sender.name())
        : CircumstancePhrase.BY_ADDRESS.of();
  }
}

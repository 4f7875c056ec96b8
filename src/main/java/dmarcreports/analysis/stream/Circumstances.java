package dmarcreports.analysis.stream;

import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.Sender;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import java.util.ArrayList;
import java.util.List;

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
    return sayings;
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

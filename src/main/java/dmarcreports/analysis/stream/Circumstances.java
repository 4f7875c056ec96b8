package dmarcreports.analysis.stream;

import dmarcreports.analysis.sender.SenderLabel.Ownership;
import java.util.ArrayList;
import java.util.List;

/** What is known about a stream beside its own checks, as far as the class table asks for it. */
public final class Circumstances {
  private Circumstances() {}

  public static List<String> of(MailStream stream) {
    List<String> sentences = new ArrayList<>();
    stream.newest().label().ifPresent(l -> sentences.add(label(l.ownership())));
    if (stream.sender().service().isPresent()) {
      sentences.add(
          "Sent by "
              + stream.sender().name()
              + ": a name of that service passes SPF or DKIM. Names that did not pass count for"
              + " nothing.");
    } else if (stream.sender().stranger().isPresent()) {
      sentences.add(
          stream.sender().name()
              + " passes SPF or DKIM: none of the services that we know to send for customers.");
    } else {
      sentences.add("No name of another organization passes, so the sender is known by address.");
    }
    if (stream.sender().throughSes()) {
      sentences.add(
          "Amazon SES carried it, and another name proves a customer of Amazon SES: that one is the"
              + " sender.");
    }
    if (stream.testimony()) {
      sentences.add("Receivers say, of most of it, that somebody passed it on.");
    }
    if (stream.knownForwarder()) {
      sentences.add("Most of it passes under the name of somebody who forwards mail.");
    }
    if (stream.elsewhere()) {
      sentences.add(
          "The signature is one service's, and the mail came through another: forwarded.");
    }
    if (stream.listShape()) {
      sentences.add(
          "Your signature is broken here and passes in mail from elsewhere, and another organization"
              + " passes both SPF and DKIM: that is how mailing lists look.");
    }
    if (stream.key().corroborated() && !stream.isLabelled(Ownership.OURS)) {
      sentences.add("The same address passes SPF for a name of yours, here or in other mail.");
    }
    if (stream.dkimCause().isOwn() && stream.ownSignature().isPresent()) {
      sentences.add("Other mail of the same senders proves a name of yours: the signer is yours.");
    }
    if (stream.keyMissing()) {
      sentences.add(
          "DNS gave no key on three days or more, and no signature of yours passed from there: that"
              + " is taken for a missing key.");
    }
    return sentences;
  }

  private static String label(Ownership ownership) {
    return switch (ownership) {
      case OURS -> "You labelled the sender as yours.";
      case THEIRS -> "You labelled the sender as somebody else's.";
      case FORWARDER -> "You labelled the sender as a forwarder.";
    };
  }
}

package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import java.util.function.Predicate;

/**
 * One thing that a row of the decision table asks of a stream.
 *
 * @param words what must be so, to stand after "and"
 */
public record Condition(String words, Predicate<MailStream> holds) {
  static final Condition NO_AUTHOR =
      new Condition(
          "the From line names no domain or several", s -> s.key().authorDomain().isEmpty());
  static final Condition CONTRADICTION =
      new Condition(
          "the receiver's verdict on SPF or DKIM contradicts the checks that it lists, and the"
              + " result hangs on that",
          MailStream::contradictionDecides);
  static final Condition SPF_PROVES =
      new Condition("SPF proves the domain of the From line", MailStream::spfPasses);
  static final Condition DKIM_PROVES =
      new Condition("a DKIM signature proves the domain of the From line", MailStream::dkimPasses);
  static final Condition FORWARDED =
      new Condition("something tells that the mail was forwarded", MailStream::isForwarded);
  static final Condition FAILS = new Condition("the mail does not pass DMARC", s -> !s.passes());
  static final Condition NOT_THEIRS =
      new Condition(
          "you did not label the sender as somebody else's", s -> !s.isLabelled(Ownership.THEIRS));
  static final Condition NO_ANSWER =
      new Condition(
          "DNS failed in every check of a name of yours, and nothing else was checked",
          MailStream::isTransient);
  static final Condition STRICT_ONLY =
      new Condition(
          "SPF or DKIM passes for another name of your organization, and only strict alignment"
              + " keeps it from counting",
          MailStream::isStrictOnly);
  static final Condition SES =
      new Condition("a passing name proves that Amazon SES sends it", MailStream::isSes);
  static final Condition BROKEN_SIGNATURE =
      new Condition(
          "there is a DKIM signature of your organization, and none of them passes",
          s -> s.dkimCause().isOwn());
  static final Condition SERVICE =
      new Condition(
          "a passing name proves that a service that we know sends it",
          s -> s.sender().service().isPresent());
  static final Condition SERVICES_OWN =
      new Condition(
          "no receiver says that it was passed on after your signature, or by another customer of"
              + " that service",
          s -> !s.isPassedOnByService());
  static final Condition PASSED_ON =
      new Condition(
          "the receiver, a forwarder's name that passes, or the look of a mailing list, with a"
              + " signature of yours that passes elsewhere, tells that it was passed on",
          MailStream::isPassedOnBroken);
  static final Condition OUR_SIGNER =
      new Condition(
          "other mail of the same senders shows that the signer is yours",
          s -> s.ownSignature().isPresent());
  static final Condition UNLISTED =
      new Condition(
          "SPF was checked for a name of your organization and did not pass, though DNS answered",
          s -> s.spfCause().isOwn() && s.spfCause() != Cause.OWN_TEMPERROR);
  static final Condition OUR_SERVER =
      new Condition(
          "the same address passes SPF for a name of yours in other mail, or you labelled it as"
              + " yours",
          s -> s.key().corroborated());
  static final Condition STRANGER =
      new Condition(
          "an organization that we do not know proves its own name",
          s -> s.sender().stranger().isPresent());
  static final Condition FOREIGN_CLAIM =
      unlessTheirs(
          "you labelled the sender as somebody else's, or SPF refuses the server for a name of"
              + " another organization and you did not label it as yours",
          s -> s.spfCause() == Cause.FAIL_FOREIGN && !s.isLabelled(Ownership.OURS));
  static final Condition NO_SIGNATURE =
      unlessTheirs("no DKIM signature passes", s -> s.key().passing().isEmpty());
  static final Condition NOT_FORWARDED =
      unlessTheirs("nothing tells that the mail was forwarded", s -> !s.isForwarded());

  /** The owner's word replaces the condition. */
  private static Condition unlessTheirs(String words, Predicate<MailStream> holds) {
    return new Condition(words, s -> s.isLabelled(Ownership.THEIRS) || holds.test(s));
  }
}

package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import java.util.List;
import java.util.function.Predicate;

/** One thing that a row of the decision table asks of a stream: a clause, to stand after "and". */
public enum Condition implements Phrase {
  NO_AUTHOR(s -> s.key().authorDomain().isEmpty()),
  CONTRADICTION(MailStream::contradictionDecides),
  SPF_PROVES(MailStream::spfPasses),
  DKIM_PROVES(MailStream::dkimPasses),
  FORWARDED(MailStream::isForwarded),
  FAILS(s -> !s.passes()),
  NOT_THEIRS(s -> !s.isLabelled(Ownership.THEIRS)),
  NO_ANSWER(MailStream::isTransient),
  STRICT_ONLY(MailStream::isStrictOnly),
  SES(MailStream::isSes),
  BROKEN_SIGNATURE(s -> s.dkimCause().isOwn()),
  SERVICE(s -> s.sender().service().isPresent()),
  SERVICES_OWN(s -> !s.isPassedOnByService()),
  PASSED_ON(MailStream::isPassedOnBroken),
  OUR_SIGNER(s -> s.ownSignature().isPresent()),
  UNLISTED(s -> s.spfCause().isOwn() && s.spfCause() != Cause.OWN_TEMPERROR),
  OUR_SERVER(s -> s.key().corroborated()),
  STRANGER(s -> s.sender().stranger().isPresent()),
  FOREIGN_CLAIM(
      unlessTheirs(s -> s.spfCause() == Cause.FAIL_FOREIGN && !s.isLabelled(Ownership.OURS))),
  NO_SIGNATURE(unlessTheirs(s -> s.key().passing().isEmpty())),
  NOT_FORWARDED(unlessTheirs(s -> !s.isForwarded())),
  /** Of the last row: when it is asked, so it is. */
  NO_ROW_ABOVE(s -> true);

  private final Predicate<MailStream> holds;

  Condition(Predicate<MailStream> holds) {
    this.holds = holds;
  }

  /** The owner's word replaces the condition. */
  private static Predicate<MailStream> unlessTheirs(Predicate<MailStream> holds) {
    return s -> s.isLabelled(Ownership.THEIRS) || holds.test(s);
  }

  boolean holds(MailStream stream) {
    return holds.test(stream);
  }

  @Override
  public String subject() {
    return "condition";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}

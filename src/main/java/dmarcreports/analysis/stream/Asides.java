package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/** What else is to be said of a stream, whatever its class. */
final class Asides {
  private Asides() {}

  static void add(MailStream stream, StreamClass streamClass, List<Saying> to) {
    DomainName author = stream.author();
    if (stream.sender().throughSes()) {
      to.add(AsidePhrase.THROUGH_SES.of());
    }
    boolean said =
        streamClass == StreamClass.FORWARDED_OK
            || streamClass == StreamClass.LIST_OR_FORWARD_BROKEN;
    if (stream.isForwarded() && !said) {
      to.add(AsidePhrase.FORWARDED.of());
    }
    if (stream.newest().facts().nullSender()) {
      to.add(AsidePhrase.NULL_SENDER.of());
    }
    stream.formerMailFrom().ifPresent(former -> to.add(AsidePhrase.FELL_BACK.of(former)));
    if (stream.isOnSharedName()) {
      to.add(AsidePhrase.SHARED_NAME.of());
    }
    if (stream.isBrokenSignatureUnaligned()) {
      to.add(AsidePhrase.NEVER_ALIGNS.of(author));
    }
    if (stream.spfCause() == Cause.OWN_PERMERROR && streamClass != StreamClass.OWN_SPF) {
      to.add(AsidePhrase.SPF_BROKEN.of(stream.spfName().orElse(author)));
    }
    called(stream).ifPresent(to::add);
    Facts facts = stream.newest().facts();
    AsidePhrase parts = facts.isFormer() ? AsidePhrase.WALK_PARTED : AsidePhrase.WALK_PARTS;
    facts.apart().ifPresent(name -> to.add(parts.of(name, author)));
    facts
        .joined()
        .filter(name -> !facts.isFormer())
        .ifPresent(name -> to.add(AsidePhrase.WALK_JOINS.of(name, author)));
    if (streamClass == StreamClass.REPORTER_INCONSISTENT) {
      facts.open().ifPresent(name -> to.add(AsidePhrase.WAY_UNKNOWN.of(name, author)));
    }
  }

  /** What its addresses are called, where that tells more than what passes. */
  static Optional<Saying> called(MailStream stream) {
    boolean proven = stream.passes() || stream.sender().service().isPresent();
    return proven && !stream.hosts().passOn() ? Optional.empty() : stream.hosts().told();
  }
}

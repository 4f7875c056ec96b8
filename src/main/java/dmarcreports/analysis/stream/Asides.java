package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.report.DomainName;
import java.util.List;

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
  }
}

package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.report.DomainName;

/** What else is to be said of a stream, whatever its class: each a sentence or two, or nothing. */
final class Asides {
  private Asides() {}

  static String of(MailStream stream, StreamClass streamClass) {
    DomainName author = stream.key().authorDomain().orElse(stream.policyDomain());
    StringBuilder asides = new StringBuilder();
    if (stream.sender().throughSes()) {
      asides.append(" It was sent through Amazon SES.");
    }
    boolean said =
        streamClass == StreamClass.FORWARDED_OK
            || streamClass == StreamClass.LIST_OR_FORWARD_BROKEN;
    if (stream.isForwarded() && !said) {
      asides.append(" Possibly forwarded on the way.");
    }
    if (stream.newest().facts().nullSender()) {
      asides.append(
          " The return path is empty (a bounce or automatic reply), so DKIM is the leg to rely"
              + " on.");
    }
    if (stream.formerMailFrom().isPresent()) {
      asides
          .append(" Such mail used to have the return path ")
          .append(stream.formerMailFrom().get())
          .append(", and now shows Amazon's own: the MX record of that name is gone or wrong, and")
          .append(
              " Amazon SES silently fell back (or another region or account sends without it).");
    }
    if (stream.isOnSharedName()) {
      asides
          .append(" The name lies under one that its provider shares out: its DNS is not yours, so")
          .append(" there is nothing to repair. Write from a domain of your own.");
    }
    if (stream.isBrokenSignatureUnaligned()) {
      asides.append(
          " Even repaired, that signature would not align: adkim=s demands exactly "
              + author
              + ".");
    }
    if (stream.spfCause() == Cause.OWN_PERMERROR && streamClass != StreamClass.OWN_SPF) {
      asides.append(
          " The SPF record of " + stream.spfName().orElse(author) + " is broken: mend it.");
    }
    return asides.toString();
  }
}

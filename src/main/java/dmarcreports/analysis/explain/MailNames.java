package dmarcreports.analysis.explain;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.alignment.Relation;
import dmarcreports.report.DomainName;
import dmarcreports.report.header.Received;
import dmarcreports.report.header.TracedMail;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose the names are that stand in a mail: the author's, the receiver's, or somebody else's. */
record MailNames(TracedMail mail, Belief belief, PublicSuffixList suffixes) {
  /** How a name relates to the Author Domain. */
  Relation relation(DomainName name) {
    return Relation.of(Optional.of(name), mail.authorDomain(), suffixes);
  }

  /** Whether it is of the organization in From. */
  boolean isOwn(DomainName name) {
    return relation(name).isOwn();
  }

  /** Who says what is believed: the host, by the name that it gives itself. */
  String reporter() {
    return belief
        .host()
        .or(() -> belief.border(mail).flatMap(Received::by).map(DomainName::text))
        .orElse("");
  }

  /** Whether that host is of those who took the mail in; some seal what they deliver. */
  boolean isReceiver(String host) {
    Optional<DomainName> name = DomainName.parse(host);
    return host.equalsIgnoreCase(reporter())
        || name.isPresent()
            && Stream.concat(
                    DomainName.parse(reporter()).stream(),
                    mail.hops().stream().limit(belief.ownHops()).flatMap(hop -> hop.by().stream()))
                .anyMatch(own -> suffixes.sameOrganization(own, name.get()));
  }
}

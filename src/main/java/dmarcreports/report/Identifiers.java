package dmarcreports.report;

import java.util.Optional;

/**
 * Whom the messages name as their origin and goal (RFC 9990, {@code identifiers}).
 *
 * @param headerFrom the Author Domain, the domain of RFC5322.From (RFC 9989, 3.2.2); empty where
 *     the reporter named something that is not one domain
 * @param envelopeFrom the domain of RFC5321.MailFrom
 * @param nullSender whether the reporter says that RFC5321.MailFrom was empty
 * @param envelopeTo the domain of the recipients
 */
public record Identifiers(
    Optional<DomainName> headerFrom,
    Optional<DomainName> envelopeFrom,
    boolean nullSender,
    Optional<DomainName> envelopeTo) {}

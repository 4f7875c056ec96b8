package dmarcreports.report.header;

import dmarcreports.report.DomainName;
import java.util.Optional;

/**
 * A mailbox in the From field (RFC 5322, 3.6.2).
 *
 * @param name the one to be shown, decoded; hostile text
 * @param localPart what stands before the at sign; hostile text
 * @param domain empty where there is none, or what stands there is no domain
 */
public record Author(Optional<String> name, String localPart, Optional<DomainName> domain) {}

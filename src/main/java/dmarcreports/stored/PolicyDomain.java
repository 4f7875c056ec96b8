package dmarcreports.stored;

import dmarcreports.report.PolicyPublished;

/**
 * What is stored for one policy domain.
 *
 * @param newest the policy that the newest report names
 * @param reports how many
 * @param reporters how many different ones
 */
public record PolicyDomain(PolicyPublished newest, long reports, long reporters) {}

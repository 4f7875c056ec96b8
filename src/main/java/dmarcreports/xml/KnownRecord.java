package dmarcreports.xml;

import dmarcreports.report.Evidence;
import dmarcreports.report.SourceIp;

/**
 * A record of which all but its source and its messages was read before.
 *
 * @param text all of it but these
 * @param evidence under the policy that it was read with
 */
record KnownRecord(PlainText text, SourceIp sourceIp, long messages, Evidence evidence) {}

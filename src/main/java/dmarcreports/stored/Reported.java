package dmarcreports.stored;

import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Map;

/**
 * What reports come to, by policy domain and by reporter.
 *
 * @param domains by name
 * @param reporters by name
 */
public record Reported(Map<DomainName, PolicyDomain> domains, List<Reporter> reporters) {}

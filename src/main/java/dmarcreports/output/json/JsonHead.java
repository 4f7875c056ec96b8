package dmarcreports.output.json;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.output.page.Filters;
import dmarcreports.output.page.Findings;
import dmarcreports.output.plain.Maps;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What JSON says of the findings as a whole, before any of them. */
final class JsonHead {
  /** Goes up when a name is taken away or means something else; not when one is added. */
  private static final int SCHEMA_VERSION = 1;

  private JsonHead() {}

  /** Names and values, in their order. */
  static Map<String, Object> of(Findings findings) {
    Filters filters = findings.filters();
    return Maps.of(
        "schema_version",
        SCHEMA_VERSION,
        "period",
        Maps.of(
            "since",
            text(days(findings, DomainFindings::firstSeen).min(Comparator.naturalOrder())),
            "until",
            text(days(findings, DomainFindings::lastSeen).max(Comparator.naturalOrder()))),
        "filters",
        Maps.of(
            "domain",
            filters.domains(),
            "since",
            text(filters.since()),
            "until",
            text(filters.until()),
            "last",
            text(filters.last().map(days -> days + "d")),
            "all",
            filters.all()),
        "newest_day",
        text(findings.newestDay()),
        "dns_as_of",
        text(findings.dnsAsOf()));
  }

  private static Stream<LocalDate> days(
      Findings findings, Function<DomainFindings, LocalDate> day) {
    List<DomainFindings> domains = findings.analysis().domains();
    return domains.stream().map(day);
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}

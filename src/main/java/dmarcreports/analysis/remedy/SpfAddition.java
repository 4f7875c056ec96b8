package dmarcreports.analysis.remedy;

import dmarcreports.dns.spf.SpfRecord;
import dmarcreports.dns.spf.SpfTerm;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An SPF record that is there, with more in it. */
final class SpfAddition {
  private SpfAddition() {}

  /** The record with those terms first; as it is where it has them all. */
  static String of(SpfRecord record, List<String> terms) {
    List<String> there = record.terms().stream().map(SpfTerm::text).toList();
    Set<String> known =
        there.stream().map(t -> t.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    List<String> missing = terms.stream().filter(t -> !known.contains(t)).toList();
    return missing.isEmpty()
        ? record.text()
        : Stream.of(List.of("v=spf1"), missing, there)
            .flatMap(List::stream)
            .collect(Collectors.joining(" "));
  }
}

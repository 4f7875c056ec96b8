package dmarcreports.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Parts of reports as tests write them. */
public final class Reports {
  private Reports() {}

  /** The policy of a record such as {@code example.com p=none aspf=s t=y}. */
  public static PolicyPublished policy(String record) {
    return new PolicyPublished(
        new DomainName(record.split(" ")[0]),
        tag(record, "p").map(Reports::policyWord),
        tag(record, "sp").map(Reports::policyWord),
        tag(record, "np").map(Reports::policyWord),
        tag(record, "adkim").map(Reports::mode),
        tag(record, "aspf").map(Reports::mode),
        tag(record, "pct").map(Integer::valueOf),
        tag(record, "fo"),
        tag(record, "t").map(t -> t.equals("y")),
        tag(record, "discovery_method")
            .map(m -> DiscoveryMethod.valueOf(m.toUpperCase(Locale.ROOT))));
  }

  /** A policy by its word. */
  public static Policy policyWord(String word) {
    return Policy.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The head of a report that tells no more than it has to. */
  public static ReportMetadata metadata(
      String reporter, String email, String id, DateRange window) {
    return new ReportMetadata(
        reporter,
        Optional.of(email),
        Optional.empty(),
        id,
        Optional.of(window),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> tag(String record, String name) {
    return Stream.of(record.split(" "))
        .filter(t -> t.startsWith(name + "="))
        .map(t -> t.substring(name.length() + 1))
        .findFirst();
  }

  private static AlignmentMode mode(String letter) {
    return letter.equals("s") ? AlignmentMode.STRICT : AlignmentMode.RELAXED;
  }
}

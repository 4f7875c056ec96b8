package dmarcreports.report.header;

import dmarcreports.report.header.AuthenticationResults.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an Authentication-Results field states (RFC 8601, 2.2): the word for each result of DKIM,
 * SPF and DMARC. Words that the RFC does not know are left out.
 *
 * @param server the one that says so, its authserv-id; hostile text
 * @param results words by method, in their order
 */
public record StatedResults(Optional<String> server, SortedMap<String, List<String>> results) {
  private static final Set<String> METHODS = Set.of("dkim", "spf", "dmarc");
  private static final Set<String> WORDS =
      Set.of(
          "none",
          "pass",
          "fail",
          "softfail",
          "hardfail",
          "policy",
          "neutral",
          "temperror",
          "permerror");

  /** Keeps its own copy of the map. */
  public StatedResults {
    results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
  }

  /** Reads the body of a field; never fails, since anybody can have written it. */
  public static StatedResults parse(String field) {
    AuthenticationResults all = AuthenticationResults.parse(field);
    // what stands where the name of the server should is no result
    int first = all.server().isPresent() ? 0 : Math.min(1, all.results().size());
    SortedMap<String, List<String>> results = new TreeMap<>();
    for (Result result : all.results().subList(first, all.results().size())) {
      if (METHODS.contains(result.method()) && WORDS.contains(result.word())) {
        results.computeIfAbsent(result.method(), one -> new ArrayList<>()).add(result.word());
      }
    }
    return new StatedResults(all.server(), results);
  }
}

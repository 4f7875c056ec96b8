package dmarcreports.analysis.explain;

import dmarcreports.report.Disposition;
import dmarcreports.report.Policy;
import dmarcreports.report.header.AuthenticationResults.Result;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a receiver says of DMARC: its result, and what it tells besides in a comment ({@code (p=NONE
 * sp=QUARANTINE dis=NONE)}) or in properties of its own.
 *
 * @param word {@code pass}, {@code fail}; empty where it says nothing
 * @param p the policy of the record
 * @param sp that for subdomains
 * @param disposition what was done
 */
record DmarcWord(
    Optional<String> word,
    Optional<Policy> p,
    Optional<Policy> sp,
    Optional<Disposition> disposition) {
  private static final Pattern TOLD =
      Pattern.compile(
          "\\b(p|sp|dis|d|policy)\\s*=\\s*(none|quarantine|reject)\\b", Pattern.CASE_INSENSITIVE);

  static DmarcWord of(List<Result> results) {
    return results.stream()
        .filter(result -> result.method().equals("dmarc"))
        .findFirst()
        .map(DmarcWord::of)
        .orElseGet(
            () ->
                new DmarcWord(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static DmarcWord of(Result result) {
    return new DmarcWord(
        Optional.of(result.word()),
        word(result, "policy.published-domain-policy", "policy.dmarc", "p", "policy")
            .map(Policy::valueOf),
        word(result, "policy.published-subdomain-policy", "sp", "sp").map(Policy::valueOf),
        word(result, "policy.applied-disposition", "action", "dis", "d").map(Disposition::valueOf));
  }

  /** By one of two properties, else by one of two names in the comments. */
  private static Optional<String> word(Result result, String... names) {
    return result
        .property(names[0], names[1])
        .map(text -> text.toUpperCase(Locale.ROOT))
        .filter(text -> text.matches("NONE|QUARANTINE|REJECT"))
        .or(() -> told(result, List.of(names).subList(2, names.length)));
  }

  private static Optional<String> told(Result result, List<String> names) {
    for (String comment : result.comments()) {
      Matcher told = TOLD.matcher(comment);
      while (told.find()) {
        if (names.contains(told.group(1).toLowerCase(Locale.ROOT))) {
          return Optional.of(told.group(2).toUpperCase(Locale.ROOT));
        }
      }
    }
    return Optional.empty();
  }

  boolean saysPass() {
    return word.equals(Optional.of("pass"));
  }

  boolean saysFail() {
    return word.equals(Optional.of("fail"));
  }
}

package dmarcreports.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern METHOD =
      Pattern.compile("\\s*([A-Za-z0-9-]+)\\s*(?:/\\s*[0-9]+\\s*)?=\\s*([A-Za-z]+)(?:\\s.*)?");

  /** Keeps its own copy of the map. */
  public StatedResults {
    results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
  }

  /** Reads the body of a field; never fails, since anybody can have written it. */
  public static StatedResults parse(String field) {
    List<String> parts = parts(field);
    String server = parts.get(0).strip().split("\\s+")[0];
    SortedMap<String, List<String>> results = new TreeMap<>();
    for (String part : parts.subList(1, parts.size())) {
      Matcher method = METHOD.matcher(part);
      if (method.matches()) {
        String name = method.group(1).toLowerCase(Locale.ROOT);
        String word = method.group(2).toLowerCase(Locale.ROOT);
        if (METHODS.contains(name) && WORDS.contains(word)) {
          results.computeIfAbsent(name, one -> new ArrayList<>()).add(word);
        }
      }
    }
    return new StatedResults(
        server.isEmpty() || server.contains("=") ? Optional.empty() : Optional.of(server), results);
  }

  /** What stands between semicolons, without comments and what is quoted. */
  private static List<String> parts(String field) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int comments = 0;
    boolean quoted = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && (quoted || comments > 0)) {
        i++;
      } else if (quoted || c == '"' && comments == 0) {
        quoted = c == '"' ? !quoted : quoted;
      } else if (c == '(') {
        comments++;
      } else if (c == ')' && comments > 0) {
        comments--;
        part.append(' ');
      } else if (c == ';' && comments == 0) {
        parts.add(part.toString());
        part.setLength(0);
      } else if (comments == 0) {
        part.append(Character.isWhitespace(c) ? ' ' : c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}

package dmarcreports.flow;

import dmarcreports.file.TextFile;
import dmarcreports.report.DomainName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The policy domains that reports may be about, with all below them.
 *
 * @param names empty for any
 */
public record OwnDomains(Set<DomainName> names) {
  public static final OwnDomains ANY = new OwnDomains(Set.of());

  private static final char FILE = '@';
  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
  private static final Pattern COMMENT = Pattern.compile("#[^\\r\\n]*");

  /** Keeps its own copy of the set. */
  public OwnDomains {
    names = Set.copyOf(names);
  }

  /**
   * Those that a list names, or the file behind an {@code @}: with commas, blanks or lines between
   * them; in a file, what follows a {@code #} is a comment.
   *
   * @throws IllegalArgumentException where something in it is no domain, or nothing is in it
   * @throws IOException where the file cannot be read
   */
  public static OwnDomains parse(String list) throws IOException {
    boolean inFile = !list.isEmpty() && list.charAt(0) == FILE;
    String text = list;
    if (inFile) {
      Path file = Path.of(list.substring(1));
      text =
          TextFile.read(file)
              .orElseThrow(() -> new IllegalArgumentException(file + " " + TextFile.UNUSABLE));
      text = COMMENT.matcher(text).replaceAll(" ");
    }
    Set<DomainName> names = new HashSet<>();
    for (String word : BETWEEN.split(text)) {
      if (!word.isEmpty()) {
        names.add(
            DomainName.parse(word)
                .orElseThrow(
                    () -> new IllegalArgumentException("'" + word + "' is no domain name")));
      }
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("names no domain; write example.com,example.org");
    }
    return new OwnDomains(names);
  }

  /** Whether all domains count as one's own. */
  public boolean any() {
    return names.isEmpty();
  }

  /** Why a report about a domain is discarded; empty where it is not. */
  Optional<String> refusal(DomainName domain) {
    return any() || names.stream().anyMatch(domain::isAtOrBelow)
        ? Optional.empty()
        : Optional.of("is about " + domain + ", which is not in --domains");
  }
}

package dmarcreports.analysis.sender;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.sender.SenderProfile.Kind;
import dmarcreports.analysis.sender.SenderProfile.Setup;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the table of services, {@code senders.txt}: a block of lines {@code key: value} for each, a
 * blank line between blocks. The head of the file says what the keys mean.
 */
final class SenderTable {
  private static final String FILE = "senders.txt";
  private static final Set<String> ONCE =
      Set.of(
          "name",
          "kind",
          "spf",
          "dkim",
          "hosts",
          "relays",
          "tenant",
          "dkim-reach",
          "signing",
          "spf-reach",
          "return-path",
          "include",
          "says",
          "read",
          "verified");
  private static final Set<String> REPEATED = Set.of("key", "path", "source");
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Claim> claims = new HashMap<>();
  private final Set<String> slugs = new HashSet<>();
  private final Map<String, List<String>> block = new HashMap<>();
  private Map<String, Phrase> said = Map.of();
  private int line;

  /**
   * One service, and where that is known from.
   *
   * @param sources addresses of pages, one at least
   * @param read the day on which they were read, as in {@code 2026-11-25}
   */
  record Row(SenderProfile profile, List<String> sources, String read) {}

  /** Who claims a domain, and the last line of the block that does. */
  private record Claim(String name, int line) {}

  /** The table that comes with the program. */
  static List<Row> standard() {
    return read(OwnText.lines(SenderTable.class, FILE));
  }

  /**
   * The services that those lines describe, in their order.
   *
   * @throws IllegalStateException if a line is not as it must be; it names the line
   */
  static List<Row> read(List<String> lines) {
    SenderTable table = new SenderTable();
    lines.forEach(table::take);
    table.end();
    table.claims.forEach(table::checkAbove);
    return List.copyOf(table.rows);
  }

  private void take(String text) {
    line++;
    if (text.isEmpty()) {
      end();
    } else if (text.charAt(0) != '#') {
      int colon = text.indexOf(": ");
      String key = colon < 0 ? text : text.substring(0, colon);
      String value = colon < 0 ? "" : text.substring(colon + 2);
      check(ONCE.contains(key) || REPEATED.contains(key), "unknown key '" + key + "'");
      check(!value.isEmpty() && value.equals(value.strip()), key + " has no value, or blanks");
      List<String> values = block.computeIfAbsent(key, k -> new ArrayList<>());
      check(values.isEmpty() || REPEATED.contains(key), key + " is said twice");
      values.add(value);
    }
  }

  private void end() {
    if (block.isEmpty()) {
      return;
    }
    for (String key : List.of("name", "kind", "source", "read", "verified")) {
      check(block.containsKey(key), "the block that ends here has no " + key);
    }
    SenderProfile profile = profile();
    check(slugs.add(profile.slug()), "two services are called " + profile.name());
    profile.suffixes().forEach(d -> claim(d.text(), profile.name()));
    check(profile.isSender() || profile.relays().isEmpty(), "only senders name relays");
    rows.add(new Row(profile, all("source"), one("read")));
    block.clear();
  }

  private SenderProfile profile() {
    said = said();
    Setup signing =
        new Setup(one("signing"), steps("signing-step."), records("key"), "", said("finish"));
    Setup path =
        new Setup(
            one("return-path"),
            steps("return-path-step."),
            records("path"),
            one("include"),
            Optional.empty());
    return new SenderProfile(
        one("name"),
        kind(one("kind")),
        domains(one("spf")),
        domains(one("dkim")),
        domains(one("hosts")),
        domains(one("relays")),
        tenants(one("tenant")),
        reach("dkim-reach", Reach.EXACT),
        reach("spf-reach", Reach.NEVER),
        signing,
        path,
        said("note"),
        isVerified(one("verified")));
  }

  /** What the catalogues say of this service, by field. */
  private Map<String, Phrase> said() {
    Map<String, Phrase> phrases = new HashMap<>();
    String service = SenderProfile.slug(one("name"));
    for (String word : block.containsKey("says") ? one("says").split(" ") : new String[0]) {
      SenderPhrase phrase =
          SenderPhrase.parse(service, word)
              .orElseThrow(() -> fault("unknown sentence '" + word + "'"));
      phrases.put(phrase.field(), phrase);
    }
    return phrases;
  }

  private Optional<Phrase> said(String field) {
    return Optional.ofNullable(said.get(field));
  }

  /** Numbered from 1 on. */
  private List<Phrase> steps(String field) {
    List<Phrase> steps =
        Stream.iterate(1, n -> n + 1)
            .map(n -> said(field + n))
            .takeWhile(Optional::isPresent)
            .flatMap(Optional::stream)
            .toList();
    long all = said.keySet().stream().filter(f -> f.startsWith(field)).count();
    check(all == steps.size(), field + (steps.size() + 1) + " is missing");
    return steps;
  }

  private List<SetupRecord> records(String key) {
    return all(key).stream().map(SetupRecord::new).toList();
  }

  private void claim(String domain, String name) {
    Claim other = claims.put(domain, new Claim(name, line));
    check(other == null || other.name().equals(name), twice(name, other, domain));
  }

  /** No service may claim a domain below that of another one. */
  private void checkAbove(String domain, Claim claim) {
    for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
      Claim above = claims.get(domain.substring(dot + 1));
      if (above != null && !above.name().equals(claim.name())) {
        line = Math.max(claim.line(), above.line());
        throw fault(twice(claim.name(), above, domain));
      }
    }
  }

  private static String twice(String name, Claim other, String domain) {
    return other == null ? "" : name + " and " + other.name() + " claim " + domain;
  }

  private Kind kind(String word) {
    return switch (word) {
      case "sender" -> Kind.SENDER;
      case "forwarder" -> Kind.FORWARDER;
      case "mailbox" -> Kind.MAILBOX;
      case "list" -> Kind.LIST;
      default -> throw fault("unknown kind '" + word + "'");
    };
  }

  private TenantNaming tenants(String word) {
    return switch (word) {
      case "" -> TenantNaming.NONE;
      case "dashes" -> TenantNaming.DASHES;
      case "label" -> TenantNaming.LABEL;
      default -> throw fault("unknown tenant '" + word + "'");
    };
  }

  private Reach reach(String key, Reach unsaid) {
    String word = one(key);
    return switch (word) {
      case "" -> unsaid;
      case "never" -> Reach.NEVER;
      case "relaxed" -> Reach.RELAXED;
      case "exact" -> Reach.EXACT;
      default -> throw fault("unknown " + key + " '" + word + "'");
    };
  }

  private boolean isVerified(String word) {
    check(word.equals("yes") || word.equals("no"), "verified is yes or no");
    return word.equals("yes");
  }

  private List<DomainName> domains(String names) {
    try {
      return Arrays.stream(names.split(" "))
          .filter(n -> !n.isEmpty())
          .map(DomainName::new)
          .toList();
    } catch (IllegalArgumentException e) {
      throw fault(String.valueOf(e.getMessage()));
    }
  }

  private String one(String key) {
    List<String> values = all(key);
    return values.isEmpty() ? "" : values.get(0);
  }

  private List<String> all(String key) {
    return List.copyOf(block.getOrDefault(key, List.of()));
  }

  private void check(boolean right, String what) {
    if (!right) {
      throw fault(what);
    }
  }

  private IllegalStateException fault(String what) {
    return new IllegalStateException(FILE + ", line " + line + ": " + what);
  }
}

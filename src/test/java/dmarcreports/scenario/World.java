package dmarcreports.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One policy domain: the mail that goes out in its name, and what is true of it. It is written as a
 * table, one row a line, the first cell being the kind of row; {@code $} stands for the domain.
 *
 * <ul>
 *   <li>{@code mail | address | messages a day | days | From | SPF | DKIM | reporter | extras}
 *   <li>{@code policy | days | aspf/adkim p}: another policy on those days
 *   <li>{@code label | match | name | ownership}: what the owner knows
 *   <li>{@code domain | pass fail unknown | ready_for | blocked_by}
 *   <li>{@code source | address | failure | class | confidence | spf_cause | dkim_cause |
 *       recommendations | repaired_min | repaired_max}
 *   <li>{@code stream | source_group | class | messages | dmarc_fail}
 *   <li>{@code action | action | target | failing | repaired_min | repaired_max | state | day}
 *   <li>{@code order | codes}: those actions, in the order in which they are told
 *   <li>{@code says | action | target | text}: what its words must hold; {@code silent}: must not
 * </ul>
 *
 * Beside that, each domain has mail of its own that passes, seen on fourteen days by two reporters:
 * enough to judge its policy by. {@code alone} is a domain without.
 *
 * <p>In a row of truth a star is what the specification leaves open. A kind that ends in an
 * exclamation mark is a truth that the program does not know yet: it must fail.
 *
 * @param name the first label of the domain
 * @param policy {@code aspf/adkim p}, and {@code sp} if there is one
 */
record World(String name, String policy, List<List<String>> rows) {

  private static final String PASSING = "198.51.100.200";
  private static final int PASSING_DAYS = 14;
  private static final int PASSING_A_DAY = 5;

  static World of(String name, String policy, String table) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : table.replace("$", name + ".example").split("\n")) {
      if (!line.isBlank()) {
        rows.add(Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
      }
    }
    return new World(name, policy, List.copyOf(rows));
  }

  String domain() {
    return name + ".example";
  }

  /** The cells after the kind, of the rows of that kind. */
  List<List<String>> rows(String kind) {
    return rows.stream()
        .filter(r -> r.get(0).equals(kind))
        .map(r -> r.subList(1, r.size()))
        .toList();
  }

  /** The rows of mail, one for each address, and the mail that passes. */
  List<Flow> flows() {
    List<Flow> flows = new ArrayList<>();
    rows("mail").forEach(row -> addresses(row.get(0)).forEach(a -> flows.add(Flow.of(a, row))));
    if (isAlone()) {
      return flows;
    }
    int last = flows.stream().flatMap(f -> f.days().stream()).max(Integer::compare).orElse(20);
    String days = (last - PASSING_DAYS + 1) + "-" + last;
    String passes = domain() + " pass";
    for (String reporter : List.of("google", "yahoo")) {
      String number = String.valueOf(PASSING_A_DAY);
      flows.add(
          Flow.of(PASSING, List.of(PASSING, number, days, domain(), passes, passes, reporter)));
    }
    return flows;
  }

  private boolean isAlone() {
    return !rows("alone").isEmpty();
  }

  /** How many messages pass beside those of the table. */
  long passing() {
    return isAlone() ? 0 : 2L * PASSING_DAYS * PASSING_A_DAY;
  }

  /** The policy of that day. */
  Published policyOn(int day) {
    return Published.parse(
        rows("policy").stream()
            .filter(r -> days(r.get(0)).contains(day))
            .map(r -> r.get(1))
            .findFirst()
            .orElse(policy));
  }

  /** {@code 192.0.2.1-3} is three addresses. */
  static Stream<String> addresses(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return Stream.of(text);
    }
    int dot = text.lastIndexOf('.');
    return days(text.substring(dot + 1)).stream().map(n -> text.substring(0, dot + 1) + n);
  }

  /** {@code 1-3,7} is four days. */
  static List<Integer> days(String text) {
    return Arrays.stream(text.split(","))
        .flatMap(
            part -> {
              String[] ends = part.split("-");
              int first = Integer.parseInt(ends[0]);
              int last = Integer.parseInt(ends[ends.length - 1]);
              return IntStream.rangeClosed(first, last).boxed();
            })
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }

  /** A policy record: the modes are {@code r} or {@code s}. */
  record Published(String aspf, String adkim, String p, String sp) {
    static Published parse(String text) {
      String[] words = text.split("[/ ]");
      return new Published(words[0], words[1], words[2], words.length > 3 ? words[3] : "");
    }

    String forAuthor(String author, String domain) {
      return sp.isEmpty() || author.equals(domain) ? p : sp;
    }
  }

  /**
   * The result of one check: of an SPF identity, or of a signature, whose selector may stand before
   * an at sign.
   */
  record Check(String domain, String selector, String result, boolean helo) {
    static List<Check> list(String text) {
      List<Check> checks = new ArrayList<>();
      for (String one : text.split(",")) {
        String[] words = one.strip().split(" ");
        if (words.length > 1) {
          String[] key = words[0].split("@");
          String selector = key.length > 1 ? key[0] : "s1";
          checks.add(new Check(key[key.length - 1], selector, words[1], words.length > 2));
        }
      }
      return checks;
    }

    /**
     * RFC 9989, 4.4, as far as the names of these worlds need it: their suffixes have one label.
     */
    boolean aligns(String author, String mode) {
      boolean same =
          mode.equals("s")
              ? domain.equals(author)
              : organization(domain).equals(organization(author));
      return result.toLowerCase(Locale.ROOT).equals("pass") && !helo && same;
    }

    private static String organization(String name) {
      String[] labels = name.split("\\.");
      return String.join(
          ".", Arrays.asList(labels).subList(Math.max(0, labels.length - 2), labels.length));
    }
  }

  /** Mail that goes one way, the same number of messages each day. */
  record Flow(
      String address,
      int messages,
      List<Integer> days,
      String author,
      List<Check> spf,
      List<Check> dkim,
      Reporter reporter,
      List<String> extras) {
    static Flow of(String address, List<String> row) {
      return new Flow(
          address,
          Integer.parseInt(row.get(1)),
          World.days(row.get(2)),
          row.get(3),
          Check.list(row.get(4)),
          Check.list(row.get(5)),
          Reporter.valueOf(row.get(6).toUpperCase(Locale.ROOT)),
          row.size() > 7
              ? Arrays.stream(row.get(7).split(";")).map(String::strip).toList()
              : List.of());
    }

    boolean spfAligns(Published policy) {
      return spf.stream().anyMatch(c -> c.aligns(author, policy.aspf()));
    }

    boolean dkimAligns(Published policy) {
      return dkim.stream().anyMatch(c -> c.aligns(author, policy.adkim()));
    }

    boolean has(String extra) {
      return extras.contains(extra);
    }

    /** The text after {@code key=}; empty where there is none. */
    String extra(String key) {
      return extras.stream()
          .filter(e -> e.startsWith(key + "="))
          .map(e -> e.substring(key.length() + 1))
          .findFirst()
          .orElse("");
    }
  }
}

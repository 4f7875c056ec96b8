package dmarcreports.command.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** In which order the options of a command are told, and under which headings. */
final class Usage {
  /** The options of each command that most people use, the first first. */
  private static final Map<String, String> USUAL =
      Map.of(
          "ingest",
          "--db --after --quarantine --domains -q",
          "analyze",
          "--domain --last --details --action --format --out",
          "explain",
          "--domain --last --format --trusted-authserv-id --db",
          "check",
          "--selector --nameserver --format --exit-code --db",
          "nightly",
          "--out --mail-to --db --after --exit-code -q",
          "export",
          "--format --out --domain --last --db",
          "status",
          "--verify --report --format --db",
          "discards",
          "--retry --format --db",
          "purge",
          "--dry-run --older-than --reporter --report-id --source",
          "copy",
          "--from --to");

  /** What stands under one heading, in its order, where it is not among the usual. */
  enum Heading {
    USUAL(UsagePhrase.USUAL, ""),
    SELECTION(UsagePhrase.SELECTION, "--domain --since --until --last"),
    WRITTEN(UsagePhrase.WRITTEN, "--all --details --action --format --out --lang"),
    KNOWN(UsagePhrase.KNOWN, "--senders --public-suffix-list"),
    FILES(UsagePhrase.FILES, "--domains --after --quarantine"),
    SERVERS(
        UsagePhrase.SERVERS,
        "--list-folders --password-file --password-command --netrc --token-command --tls-ca"
            + " --insecure-clear-text --s3-endpoint --s3-requester-pays"),
    SENT(UsagePhrase.SENT, "--mail-to --smtp --mail-from --attach-page --webhook --only-news"),
    NAME_SERVERS(UsagePhrase.NAME_SERVERS, "--nameserver --timeout"),
    LIMITS(
        UsagePhrase.LIMITS,
        "--max-document-size --max-ratio --max-entries --max-depth --max-silence --jobs"),
    OTHERS(UsagePhrase.OTHERS, ""),
    ALL(UsagePhrase.ALL, "--db --config --wait -q -v --help --version");

    private final UsagePhrase title;
    private final List<String> names;

    Heading(UsagePhrase title, String names) {
      this.title = title;
      this.names = List.of(names.split(" "));
    }

    UsagePhrase title() {
      return title;
    }

    /** Whether the option stands under it, where it is not among the usual. */
    boolean holds(OptionSpec option) {
      return names.contains(option.longestName());
    }

    static Heading of(OptionSpec option) {
      if (option.longestName().endsWith("exit-code")
          || option.longestName().equals("--fail-on-discard")) {
        return WRITTEN;
      }
      return Arrays.stream(values())
          .filter(heading -> heading.holds(option))
          .findFirst()
          .orElse(OTHERS);
    }
  }

  private Usage() {}

  /** The command with all that it cannot do without. */
  static String synopsis(CommandSpec spec) {
    List<String> parts = new ArrayList<>(List.of(spec.qualifiedName()));
    for (PositionalParamSpec one : spec.positionalParameters()) {
      parts.add(one.paramLabel() + (one.arity().max() > 1 ? "..." : ""));
    }
    for (OptionSpec one : spec.options()) {
      if (one.required() && one.group() == null) {
        parts.add(one.longestName() + " " + one.paramLabel());
      }
    }
    for (ArgGroupSpec group : spec.argGroups()) {
      parts.add(
          group.options().stream()
              .map(one -> one.longestName() + " " + one.paramLabel())
              .collect(Collectors.joining(" | ", "(", ")")));
    }
    parts.add("[OPTIONS]");
    return String.join(" ", parts);
  }

  /** The options of a command in the order in which they are told, under their headings. */
  static Map<Heading, List<OptionSpec>> options(CommandSpec spec) {
    Set<OptionSpec> left = new LinkedHashSet<>(Described.options(spec));
    Map<Heading, List<OptionSpec>> told = new EnumMap<>(Heading.class);
    told.put(Heading.USUAL, taken(List.of(USUAL.getOrDefault(spec.name(), "").split(" ")), left));
    for (Heading heading : Heading.values()) {
      List<OptionSpec> named = told.computeIfAbsent(heading, h -> taken(h.names, left));
      left.stream().filter(one -> Heading.of(one) == heading).forEach(named::add);
      named.forEach(left::remove);
    }
    return told;
  }

  /** The options of these names, in their order, which are left no more. */
  private static List<OptionSpec> taken(List<String> names, Set<OptionSpec> left) {
    List<OptionSpec> taken = new ArrayList<>();
    for (String name : names) {
      left.stream().filter(one -> one.longestName().equals(name)).forEach(taken::add);
    }
    taken.forEach(left::remove);
    return taken;
  }
}

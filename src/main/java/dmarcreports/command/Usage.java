package dmarcreports.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What {@code --help} of a command says: what it does, then the options that most people use, then
 * all others under headings, then examples.
 */
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
          "--out --db --after --domains --exit-code -q",
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
  private enum Heading {
    SELECTION("Which reports", "--domain --since --until --last"),
    WRITTEN("What is written, and the exit code", "--all --details --action --format --out --lang"),
    KNOWN("What is known beforehand", "--senders --public-suffix-list"),
    FILES("What is taken in, and what becomes of the files", "--domains --after --quarantine"),
    SERVERS(
        "Mailboxes on servers",
        "--list-folders --password-file --password-command --netrc --token-command --tls-ca"
            + " --insecure-clear-text --s3-endpoint --s3-requester-pays"),
    NAME_SERVERS("Name servers", "--nameserver --timeout"),
    LIMITS(
        "Limits and threads",
        "--max-document-size --max-ratio --max-entries --max-depth --max-silence --jobs"),
    OTHERS("Others", ""),
    ALL("Of every command", "--db --config --wait -q -v --help --version");

    private final String title;
    private final List<String> names;

    Heading(String title, String names) {
      this.title = title;
      this.names = List.of(names.split(" "));
    }

    static Heading of(OptionSpec option) {
      if (option.longestName().endsWith("exit-code")
          || option.longestName().equals("--fail-on-discard")) {
        return WRITTEN;
      }
      return Arrays.stream(values())
          .filter(heading -> heading.names.contains(option.longestName()))
          .findFirst()
          .orElse(OTHERS);
    }
  }

  private Usage() {}

  /** Gives all commands of the program such a help. */
  static void arrange(CommandLine program) {
    program.getSubcommands().values().forEach(Usage::arrangeOne);
  }

  private static void arrangeOne(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.usageMessage()
        .customSynopsis(synopsis(spec))
        .synopsisHeading("%nUsage: ")
        .parameterListHeading("%n");
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> options(help, spec));
  }

  /** The command with all that it cannot do without. */
  private static String synopsis(CommandSpec spec) {
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
    return String.join(" ", parts).replace(" (", "%n  (").replace(") ", ")%n  ");
  }

  private static String options(Help help, CommandSpec spec) {
    List<String> usual = List.of(USUAL.getOrDefault(spec.name(), "").split(" "));
    Set<OptionSpec> left = new LinkedHashSet<>(spec.options());
    StringBuilder text = new StringBuilder();
    List<OptionSpec> first = taken(usual, left);
    append(text, "Options that most people use", first, help, spec);
    for (Heading heading : Heading.values()) {
      List<OptionSpec> named = taken(heading.names, left);
      left.stream().filter(one -> Heading.of(one) == heading).forEach(named::add);
      named.forEach(left::remove);
      append(text, heading.title, named, help, spec);
    }
    return text.toString();
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

  private static void append(
      StringBuilder text, String title, List<OptionSpec> options, Help help, CommandSpec spec) {
    if (options.isEmpty()) {
      return;
    }
    Help.Layout layout =
        help.createDefaultLayout(spec.options(), spec.positionalParameters(), help.colorScheme());
    layout.addOptions(options, help.parameterLabelRenderer());
    text.append(System.lineSeparator()).append(title).append(':').append(System.lineSeparator());
    text.append(layout);
  }
}

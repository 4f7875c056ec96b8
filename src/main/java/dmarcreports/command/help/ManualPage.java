package dmarcreports.command.help;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.command.help.Usage.Heading;
import dmarcreports.output.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of the program, all its commands on it, out of what {@code --help} says of each.
 * An option that commands have in common is told once.
 */
public final class ManualPage {
  private static final String JAR = "java -jar dmarc-reports.jar";

  private final CommandSpec program;
  private final Language language;
  private final Described words;
  private final Roff page;

  /** The command under which an option was told, by its names and text. */
  private final Map<String, String> told = new HashMap<>();

  private ManualPage(CommandSpec program, String version, Language language) {
    this.program = program;
    this.language = language;
    this.words = new Described(language);
    this.page = new Roff(program.name(), version, say(ManualPhrase.VOLUME));
  }

  /**
   * The page.
   *
   * @param version the name of the program with its number
   */
  public static String of(CommandSpec program, String version, Language language) {
    ManualPage manual = new ManualPage(program, version, language);
    manual.head();
    manual.options();
    manual.commands();
    manual.exitStatus();
    manual.surroundings();
    manual.examples();
    manual.seeAlso();
    return manual.page.toString();
  }

  private void head() {
    section(ManualPhrase.NAME);
    // whatis reads this line itself, and takes break points for text
    page.marked(Roff.escaped(program.name() + " - " + say(ManualPhrase.PURPOSE)));
    section(ManualPhrase.SYNOPSIS);
    for (CommandSpec command : Described.commands(program)) {
      page.marked(Roff.escaped(Usage.synopsis(command)));
    }
    section(ManualPhrase.DESCRIPTION);
    page.paragraph(say(ManualPhrase.WHAT_IT_DOES));
    page.paragraph(say(ManualPhrase.WHERE_TO_BEGIN));
    page.paragraph(say(ManualPhrase.OPTIONS_IN_FILES));
  }

  /** What every command that works on a database has; told with the first of them. */
  private void options() {
    section(ManualPhrase.OPTIONS);
    page.paragraph(say(ManualPhrase.OPTIONS_OF_ALL));
    CommandSpec first = Described.commands(program).get(0);
    Usage.options(first).values().stream()
        .flatMap(List::stream)
        .filter(Heading.ALL::holds)
        .forEach(option -> tell(option, ""));
  }

  private void commands() {
    section(ManualPhrase.COMMANDS);
    Described.commands(program).forEach(this::command);
  }

  private void command(CommandSpec command) {
    page.subsection(command.name());
    page.paragraph(words.header(command));
    words.more(command).forEach(page::paragraph);
    for (PositionalParamSpec one : command.positionalParameters()) {
      page.item(Roff.italic(one.paramLabel()), words.text(one));
    }
    Map<String, List<String>> above = new LinkedHashMap<>();
    for (OptionSpec option :
        Usage.options(command).values().stream().flatMap(List::stream).toList()) {
      String where = told.get(key(option));
      if (where == null) {
        tell(option, command.name());
      } else if (!where.isEmpty()) {
        above.computeIfAbsent(where, w -> new ArrayList<>()).add(option.longestName());
      }
    }
    above.forEach(
        (where, names) ->
            page.paragraph(language.say(ManualPhrase.AS_ABOVE.of(where, String.join(" ", names)))));
    page.paragraph(say(UsagePhrase.EXAMPLE));
    page.lines(examples(command));
  }

  private void tell(OptionSpec option, String command) {
    told.put(key(option), command);
    String value =
        Described.takesValue(option)
            ? (option.longestName().startsWith("--") ? "=" : " ") + Roff.italic(option.paramLabel())
            : "";
    String names = Stream.of(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
    page.item(names + value, words.text(option));
  }

  private String key(OptionSpec option) {
    return option.longestName() + option.paramLabel() + words.text(option);
  }

  private void exitStatus() {
    section(ManualPhrase.EXIT_STATUS);
    page.item(Roff.bold("0"), say(ManualPhrase.DONE));
    page.item(Roff.bold("1"), say(ManualPhrase.FAILED));
    page.item(Roff.bold("2"), say(ManualPhrase.WRONG_USAGE));
    page.item(Roff.bold("3"), say(ManualPhrase.DISCARDED));
    page.item(Roff.bold("4"), say(ManualPhrase.ATTENTION));
    page.item(Roff.bold("130") + ", " + Roff.bold("143"), say(ManualPhrase.ENDED));
  }

  private void surroundings() {
    section(ManualPhrase.ENVIRONMENT);
    item(ManualPhrase.DATABASE, "DMARC_REPORTS_DB");
    item(ManualPhrase.CONFIG, "DMARC_REPORTS_CONFIG");
    item(ManualPhrase.DATABASE_PASSWORD, "DMARC_REPORTS_DB_PASSWORD", "PGPASSWORD");
    item(ManualPhrase.MAIL_PASSWORD, "DMARC_REPORTS_MAIL_PASSWORD");
    item(ManualPhrase.SENDING_PASSWORD, "DMARC_REPORTS_SMTP_PASSWORD");
    item(ManualPhrase.WEBHOOKS, "DMARC_REPORTS_WEBHOOK");
    item(ManualPhrase.WEBHOOK_SECRET, "DMARC_REPORTS_WEBHOOK_SECRET");
    item(ManualPhrase.STORE_CREDENTIALS, "AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_REGION");
    item(ManualPhrase.LANGUAGE, "LC_ALL", "LC_MESSAGES", "LANG");
    item(ManualPhrase.NO_COLOUR, "NO_COLOR");
    section(ManualPhrase.FILES);
    item(ManualPhrase.DEFAULT_DATABASE, "dmarc-reports.mv.db");
    item(ManualPhrase.DEFAULTS, "~/.dmarc-reports.properties");
    item(ManualPhrase.POSTGRES_PASSWORDS, "~/.pgpass");
  }

  private void item(Phrase phrase, String... names) {
    page.item(Stream.of(names).map(Roff::bold).collect(Collectors.joining(", ")), say(phrase));
  }

  private void examples() {
    section(ManualPhrase.EXAMPLES);
    page.paragraph(say(ManualPhrase.FIRST_RUN));
    page.lines(examples(program));
    page.paragraph(say(ManualPhrase.EVERY_NIGHT));
    page.lines(
        List.of(
            "LC_ALL=C.UTF-8",
            "MAILTO=postmaster@example.com",
            "15 6 * * * cd /var/lib/dmarc-reports && "
                + program.name()
                + " nightly inbox --out findings -q"));
  }

  /** The lines below the heading at the end of the help, for whom the program is installed. */
  private List<String> examples(CommandSpec command) {
    return Stream.of(command.usageMessage().footer())
        .map(line -> line.substring(2).replace(JAR, program.name()))
        .toList();
  }

  private void seeAlso() {
    section(ManualPhrase.SEE_ALSO);
    page.marked(
        Stream.of("crontab", "systemd.timer", "dig")
            .map(name -> Roff.bold(name) + "(" + (name.equals("dig") ? 1 : 5) + ")")
            .collect(Collectors.joining(", ", "", ", RFC 9989, RFC 9990, RFC 7489")));
  }

  private void section(Phrase heading) {
    page.section(say(heading));
  }

  private String say(Phrase phrase) {
    return language.say(phrase);
  }
}

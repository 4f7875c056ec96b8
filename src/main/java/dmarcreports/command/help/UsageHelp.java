package dmarcreports.command.help;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.command.help.Usage.Heading;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Lines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What {@code --help} of a command says: what it does, then the options that most people use, then
 * all others under headings, then examples; in the words of a language, which is asked for when the
 * first of them is needed.
 */
public final class UsageHelp extends Help {
  private static final int WIDTH = 80;

  private final Supplier<Language> language;
  private @Nullable Described words;

  /** The help of a command. */
  public UsageHelp(CommandSpec command, ColorScheme scheme, Supplier<Language> language) {
    super(command, scheme);
    this.language = language;
  }

  @Override
  public String header(Object... none) {
    return lines(List.of(words().header(commandSpec())));
  }

  @Override
  public String synopsisHeading(Object... none) {
    return "\n" + say(UsagePhrase.USAGE);
  }

  @Override
  public int synopsisHeadingLength() {
    return Lines.width(say(UsagePhrase.USAGE));
  }

  @Override
  public String synopsis(int heading) {
    return isProgram()
        ? super.synopsis(heading)
        : Usage.synopsis(commandSpec()).replace(" (", "\n  (").replace(") ", ")\n  ") + "\n";
  }

  @Override
  public String description(Object... none) {
    return words().more(commandSpec()).stream()
        .map(text -> lines(Lines.broken("", "", text, WIDTH)))
        .collect(Collectors.joining());
  }

  @Override
  public String parameterListHeading(Object... none) {
    return commandSpec().positionalParameters().isEmpty() ? "" : "\n";
  }

  @Override
  public String optionList() {
    if (isProgram()) {
      return listed(commandSpec().options());
    }
    StringBuilder text = new StringBuilder();
    Usage.options(commandSpec())
        .forEach(
            (heading, options) ->
                text.append(options.isEmpty() ? "" : headed(heading) + listed(options)));
    return text.toString();
  }

  private String headed(Heading heading) {
    return "\n" + say(heading.title()) + "\n";
  }

  private String listed(List<OptionSpec> options) {
    Layout layout =
        createDefaultLayout(
            commandSpec().options(), commandSpec().positionalParameters(), colorScheme());
    layout.addOptions(options, parameterLabelRenderer());
    return layout.toString();
  }

  @Override
  public String commandListHeading(Object... none) {
    return isProgram() ? "\n" + say(UsagePhrase.COMMANDS) + "\n" : "";
  }

  @Override
  public String commandList() {
    List<CommandSpec> commands = Described.commands(commandSpec());
    int longest = commands.stream().mapToInt(one -> one.name().length()).max().orElse(0);
    return lines(
        commands.stream()
            .map(one -> "  " + Lines.left(one.name(), longest + 2) + words().header(one))
            .toList());
  }

  @Override
  public String footer(Object... none) {
    return "\n"
        + say(UsagePhrase.EXAMPLE)
        + "\n"
        + lines(List.of(commandSpec().usageMessage().footer()));
  }

  @Override
  public Layout createDefaultLayout(
      List<OptionSpec> options, List<PositionalParamSpec> positionals, ColorScheme scheme) {
    Layout usual = super.createDefaultLayout(options, positionals, scheme);
    Column[] columns = usual.textTable().columns();
    Column last = columns[columns.length - 1];
    int width = last.width - last.indent;
    return new Layout(
        scheme,
        usual.textTable(),
        (one, label, colours) ->
            worded(usual.optionRenderer().render(one, label, colours), one, width),
        (one, label, colours) ->
            worded(usual.parameterRenderer().render(one, label, colours), one, width));
  }

  /** The cells of an option, with its words in the last. */
  private Text[][] worded(Text[][] cells, ArgSpec argument, int width) {
    String text = words().text(argument, argument.defaultValueString(true));
    List<Text[]> rows = new ArrayList<>();
    for (String line : parts(text, width)) {
      Text[] row = new Text[cells[0].length];
      Arrays.fill(row, colorScheme().text(""));
      if (rows.isEmpty()) {
        System.arraycopy(cells[0], 0, row, 0, row.length);
      }
      row[row.length - 1] = colorScheme().text(line);
      rows.add(row);
    }
    return rows.toArray(Text[][]::new);
  }

  /** Picocli breaks English; it does not know where Japanese may be broken. */
  private static List<String> parts(String text, int width) {
    boolean wide = text.codePoints().anyMatch(Lines::isWide);
    return wide ? Lines.broken("", "", text, width) : List.of(text);
  }

  private boolean isProgram() {
    return commandSpec().parent() == null;
  }

  private Described words() {
    if (words == null) {
      words = new Described(language.get());
    }
    return words;
  }

  private String say(Phrase phrase) {
    return words().language().say(phrase);
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}

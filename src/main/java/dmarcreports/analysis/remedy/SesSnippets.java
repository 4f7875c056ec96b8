package dmarcreports.analysis.remedy;

import dmarcreports.analysis.remedy.Remedy.Snippet;
import dmarcreports.analysis.sender.OwnText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to type, or to paste, for Amazon SES. The texts are files beside this class in the
 * resources, named for what they do and for their language, with places to fill in ({@link Form}).
 */
final class SesSnippets {
  private static final String AWS = "aws";
  private static final String CLOUDFORMATION = "cloudformation";
  private static final String TERRAFORM = "terraform";
  private static final Map<String, Form> FORMS =
      Stream.of(
              "mail-from.aws",
              "mail-from.cloudformation",
              "mail-from.terraform",
              "easy-dkim.aws",
              "easy-dkim.cloudformation",
              "easy-dkim.terraform",
              "repair-easy-dkim.aws")
          .collect(Collectors.toUnmodifiableMap(file -> file, SesSnippets::read));

  private SesSnippets() {}

  static List<Snippet> customMailFrom(SesIdentity identity, String mailFrom) {
    Map<String, String> values = values(identity);
    values.put("mail-from", mailFrom);
    Map<String, SesCommand> commands =
        Map.of(
            "set-mail-from",
            SesCommand.setMailFrom(mailFrom),
            "get-mail-from",
            SesCommand.GET_MAIL_FROM);
    return List.of(
        perRegion("mail-from", identity, commands),
        snippet("mail-from", CLOUDFORMATION, values),
        snippet("mail-from", TERRAFORM, values));
  }

  static List<Snippet> easyDkim(SesIdentity identity) {
    return List.of(
        perRegion("easy-dkim", identity, dkimCommands()),
        snippet("easy-dkim", CLOUDFORMATION, values(identity)),
        snippet("easy-dkim", TERRAFORM, values(identity)));
  }

  static List<Snippet> repairEasyDkim(SesIdentity identity) {
    return List.of(perRegion("repair-easy-dkim", identity, dkimCommands()));
  }

  private static Map<String, SesCommand> dkimCommands() {
    return Map.of(
        "create", SesCommand.CREATE,
        "start", SesCommand.START,
        "turn-on", SesCommand.TURN_ON,
        "get-dkim", SesCommand.GET_DKIM);
  }

  private static Map<String, String> values(SesIdentity identity) {
    Map<String, String> values = new HashMap<>();
    values.put("identity", identity.name().text());
    values.put("regions", String.join(", ", identity.regionsOrWord()));
    return values;
  }

  private static Snippet perRegion(
      String task, SesIdentity identity, Map<String, SesCommand> commands) {
    Form form = form(task, AWS);
    return new Snippet(
        AWS,
        identity.regionsOrWord().stream()
            .map(region -> form.fill(values(identity, region, commands)))
            .collect(Collectors.joining("\n\n")));
  }

  private static Map<String, String> values(
      SesIdentity identity, String region, Map<String, SesCommand> commands) {
    Map<String, String> values = new HashMap<>();
    values.put("region", region);
    commands.forEach((place, command) -> values.put(place, command.of(identity.name(), region)));
    return values;
  }

  private static Snippet snippet(String task, String language, Map<String, String> values) {
    return new Snippet(language, form(task, language).fill(values));
  }

  private static Form form(String task, String language) {
    return Objects.requireNonNull(FORMS.get(task + "." + language));
  }

  private static Form read(String file) {
    return new Form(String.join("\n", OwnText.lines(SesSnippets.class, file)));
  }
}

package dmarcreports.analysis.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesSnippetsTest {
  private static final String IDENTITY =
      "--email-identity example\\.com %s--region (?:eu-west-1|us-east-1)";
  private static final String SWITCH =
      "--signing-attributes-origin AWS_SES --signing-attributes"
          + " NextSigningKeyLength=RSA_2048_BIT ";

  /** Every command that we ever print, with all its options. */
  private static final List<Pattern> COMMANDS =
      Stream.of(
              "get-email-identity " + IDENTITY.formatted("(?:--query \\w+ )?"),
              "create-email-identity "
                  + IDENTITY.formatted(
                      "--dkim-signing-attributes NextSigningKeyLength=RSA_2048_BIT "),
              "put-email-identity-dkim-signing-attributes " + IDENTITY.formatted(SWITCH),
              "put-email-identity-dkim-attributes " + IDENTITY.formatted("--signing-enabled "),
              "put-email-identity-mail-from-attributes "
                  + IDENTITY.formatted(
                      "--mail-from-domain bounce\\.example\\.com"
                          + " --behavior-on-mx-failure USE_DEFAULT_VALUE "))
          .map(c -> Pattern.compile("aws sesv2 " + c))
          .toList();

  private static final Pattern YAML_LINE =
      Pattern.compile("( *)([A-Za-z0-9]+):(?: (?:[A-Za-z0-9_:]+|'[^']*'|!GetAtt [A-Za-z0-9.]+))?");

  @ParameterizedTest
  @ValueSource(strings = {"custom_mail_from", "easy_dkim", "repair_easy_dkim", "own_identity"})
  void everyCommandHasTheExactNamesOfTheCommandLine(String code) {
    List<String> commands =
        snippet(code, "aws")
            .lines()
            .map(l -> l.replaceFirst("^# aws ", "aws "))
            .filter(l -> !l.isEmpty() && !l.startsWith("#"))
            .toList();
    assertTrue(commands.size() >= 4);
    for (String command : commands) {
      assertTrue(COMMANDS.stream().anyMatch(c -> c.matcher(command).matches()), command);
    }
    long second = commands.stream().filter(c -> c.endsWith(" us-east-1")).count();
    assertEquals(commands.size(), 2 * second);
  }

  /** Whoever pastes all of it into a shell must not start again what works. */
  @ParameterizedTest
  @ValueSource(strings = {"easy_dkim", "repair_easy_dkim"})
  void whatMustBeDecidedFirstIsNotRunByPasting(String code) {
    String aws = snippet(code, "aws");
    assertTrue(aws.contains("\n# aws sesv2 put-email-identity-dkim-signing-attributes "));
    assertTrue(aws.lines().noneMatch(l -> l.startsWith("aws sesv2 put-")));
  }

  @Test
  void theTemplateOfEasyDkimDeclaresTheIdentityAndGivesOutTheRecords() {
    Set<String> expected =
        new TreeSet<>(
            Set.of(
                "AWSTemplateFormatVersion='2010-09-09'",
                "Resources.SenderIdentity.Type=AWS::SES::EmailIdentity",
                "Resources.SenderIdentity.Properties.EmailIdentity='example.com'",
                "Resources.SenderIdentity.Properties.DkimAttributes.SigningEnabled=true",
                "Resources.SenderIdentity.Properties.DkimSigningAttributes.NextSigningKeyLength"
                    + "=RSA_2048_BIT"));
    for (int i = 1; i <= 3; i++) {
      String output = "Outputs.DkimRecord" + i;
      expected.add(output + "Name.Value=!GetAtt SenderIdentity.DkimDNSTokenName" + i);
      expected.add(output + "Target.Value=!GetAtt SenderIdentity.DkimDNSTokenValue" + i);
    }
    assertEquals(expected, yaml(snippet("easy_dkim", "cloudformation")));
  }

  @Test
  void theTemplateOfAMailFromDomainSetsItAndNothingElse() {
    assertEquals(
        new TreeSet<>(
            Set.of(
                "AWSTemplateFormatVersion='2010-09-09'",
                "Resources.SenderIdentity.Type=AWS::SES::EmailIdentity",
                "Resources.SenderIdentity.Properties.EmailIdentity='example.com'",
                "Resources.SenderIdentity.Properties.MailFromAttributes.MailFromDomain"
                    + "='bounce.example.com'",
                "Resources.SenderIdentity.Properties.MailFromAttributes.BehaviorOnMxFailure"
                    + "=USE_DEFAULT_VALUE")),
        yaml(snippet("custom_mail_from", "cloudformation")));
  }

  @ParameterizedTest
  @CsvSource({
    "easy_dkim,        aws_sesv2_email_identity,                      next_signing_key_length",
    "own_identity,     aws_sesv2_email_identity,                      next_signing_key_length",
    "custom_mail_from, aws_sesv2_email_identity_mail_from_attributes, behavior_on_mx_failure"
  })
  void terraformHasItsResourceAndClosesWhatItOpens(String code, String resource, String argument) {
    String text = snippet(code, "terraform");
    assertTrue(text.contains("\nresource \"" + resource + "\" \"sender\" {\n"));
    assertTrue(Pattern.compile("(?m)^ +" + argument + " += \"[A-Z0-9_]+\"$").matcher(text).find());
    assertTrue(Pattern.compile("(?m)^ +email_identity += \"example\\.com\"$").matcher(text).find());
    Deque<Character> open = new ArrayDeque<>();
    text.lines()
        .filter(l -> !l.startsWith("#"))
        .flatMapToInt(String::chars)
        .forEach(
            c -> {
              if (c == '{' || c == '[') {
                open.push((char) c);
              } else if (c == '}' || c == ']') {
                assertEquals(c == '}' ? '{' : '[', (char) open.pop());
              }
            });
    assertTrue(open.isEmpty());
    for (String line : text.lines().toList()) {
      assertEquals(0, line.chars().filter(c -> c == '"').count() % 2, line);
    }
  }

  @Test
  void terraformGivesOutTheThreeRecordsFromTheTokens() {
    String text = snippet("easy_dkim", "terraform");
    assertTrue(text.contains("aws_sesv2_email_identity.sender.dkim_signing_attributes[0].tokens"));
    assertTrue(text.contains("\"${token}._domainkey.example.com\" => "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"own_identity+easy_dkim", "custom_mail_from+relax_aspf"})
  void aBundleHasOneSnippetInEachLanguage(String codes) {
    assertEquals(
        List.of("aws", "cloudformation", "terraform"),
        Told.under("example.com aspf=s adkim=s").remedy(codes).snippets().stream()
            .map(Remedy.Snippet::language)
            .toList());
  }

  private static String snippet(String code, String language) {
    return Told.under("example.com p=none")
        .regions("eu-west-1 us-east-1")
        .remedy(code)
        .snippets()
        .stream()
        .filter(s -> s.language().equals(language))
        .map(Remedy.Snippet::text)
        .findFirst()
        .orElseThrow();
  }

  /** The leaves of a document that consists of mappings alone, as {@code path=value}. */
  private static Set<String> yaml(String text) {
    Set<String> leaves = new TreeSet<>();
    List<String> path = new ArrayList<>();
    boolean leafBefore = true;
    for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
      var matcher = YAML_LINE.matcher(line);
      assertTrue(matcher.matches(), line);
      int depth = matcher.group(1).length() / 2;
      assertEquals(0, matcher.group(1).length() % 2, line);
      assertTrue(leafBefore ? depth <= path.size() : depth == path.size(), line);
      path = new ArrayList<>(path.subList(0, depth));
      int colon = matcher.end(2);
      leafBefore = colon + 1 < line.length();
      if (leafBefore) {
        String key = String.join(".", path) + (path.isEmpty() ? "" : ".") + matcher.group(2);
        assertTrue(leaves.add(key + "=" + line.substring(colon + 2)), line);
      } else {
        path.add(matcher.group(2));
      }
    }
    assertTrue(leafBefore);
    return leaves;
  }
}

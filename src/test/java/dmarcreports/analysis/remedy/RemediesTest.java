package dmarcreports.analysis.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.English;
import dmarcreports.analysis.SpokenRemedy;
import dmarcreports.analysis.Told;
import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Recommendation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemediesTest {
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";
  private static final List<String> BUNDLES =
      List.of(
          "custom_mail_from+relax_aspf",
          "own_identity+easy_dkim",
          "easy_dkim+relax_adkim",
          "vendor_return_path+relax_aspf",
          "vendor_dkim+relax_adkim",
          "repair_easy_dkim+relax_adkim",
          "repair_dkim+relax_adkim",
          "repair_dkim+own_identity",
          "repair_easy_dkim+own_identity");

  /** Both names absolute, no more than the four types, strings quoted and short enough. */
  private static final Pattern MASTER_FILE =
      Pattern.compile(
          "(?:[A-Za-z0-9_-]{1,63}\\.)+ (?:MX 0 \\.|MX 10 (?:[A-Za-z0-9-]{1,63}\\.)+"
              + "|(?:CNAME|NS) (?:[A-Za-z0-9_-]{1,63}\\.)+"
              + "|TXT \"[^\"\\\\]{1,255}\"(?: \"[^\"\\\\]{1,255}\")*)");

  private static final Pattern IN_CAPITALS = Pattern.compile("\\b[A-Z][A-Z0-9]+(-[A-Z0-9]+)*\\b");
  private static final Set<String> OF_DNS = Set.of("CNAME", "TXT", "MX", "NS", "DMARC1", "DKIM1");
  private static final Pattern COMMAND = Pattern.compile("(?:aws sesv2|dig [+]short TXT) [^()]+");
  private static final Pattern ENDS_IN_COMMAND = Pattern.compile(".*: (?:aws|dig) (?:(?!\\. ).)*");

  /** Situations in which every part of every remedy speaks. */
  static Stream<Told> situations() {
    return Stream.of(
        Told.under("example.com p=none aspf=s adkim=s")
            .from("example.com news.example.com")
            .spfDomains("mail.example.com")
            .sisters("a.example.com b.example.com")
            .spf(Cause.OWN_FAIL, Cause.OWN_NONE)
            .dkim(Cause.OWN_FAIL, Cause.OWN_PERMERROR, Cause.OWN_TEMPERROR, Cause.OWN_POLICY)
            .brokenKeys(TOKEN + "._domainkey.example.com,s1._domainkey.example.com,example.com"),
        Told.under("example.com p=reject t=y sp=none np=none")
            .from("news.example.com")
            .target("news.example.com")
            .regions("")
            .by("Twilio SendGrid"),
        Told.under("example.com")
            .from("")
            .target("amazon-ses")
            .stranger("stranger.example")
            .addresses("")
            .regions("eu-west-1 us-east-1 zz"),
        Told.under("news.example.com p=quarantine adkim=s")
            .from("news.example.com")
            .target("example.com")
            .formerMailFrom("bounce.example.com")
            .by("nobody")
            .sisters("bounce.example.com"),
        hostile());
  }

  /** A selector is what somebody wrote into a signature, and came through a report. */
  private static Told hostile() {
    return Told.under("example.com p=none fo=0;\"x")
        .target("x | rm -rf /")
        .regions("eu-west-1;reboot $(reboot)")
        .dkim(Cause.OWN_FAIL)
        .brokenKeys(
            "a b._domainkey.example.com,$(reboot)._domainkey.example.com,"
                + "a | b._domainkey.example.com,\"\u001b[31m._domainkey.example.com,"
                + "--x._domainkey.example.com,._domainkey.example.com,a._domainkey.b c,"
                + "x".repeat(64)
                + "._domainkey.example.com");
  }

  static Stream<String> codes() {
    return Stream.concat(
        Arrays.stream(Recommendation.values()).map(Recommendation::word), BUNDLES.stream());
  }

  static Stream<String> changes() {
    return codes().filter(c -> !c.equals("none") && !c.startsWith("vendor_"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void everyChangeSaysWhatItNeedsWhatItAssumesAndHowItIsDone(String codes) {
    situations()
        .map(s -> s.remedy(codes))
        .forEach(
            remedy -> {
              assertEquals(codes.equals("wait"), remedy.needs().isBlank());
              assertFalse(remedy.assumes().isBlank());
              assertTrue(remedy.steps().size() > 1 || codes.equals("enforce_policy"));
            });
  }

  @Test
  void whereThereIsNothingToDoThereIsNothing() {
    assertEquals(
        new SpokenRemedy("", "", List.of(), List.of(), List.of()),
        Told.under("example.com p=none").remedy("none"));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyRecordIsALineOfAMasterFile(String codes) {
    situations()
        .flatMap(s -> s.remedy(codes).dnsRecords().stream())
        .forEach(line -> assertTrue(MASTER_FILE.matcher(line).matches(), line));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void thePlaceholdersOfARecordAreItsWordsInCapitals(String codes) {
    situations()
        .flatMap(s -> s.remedyOf(codes).dnsRecords().stream())
        .forEach(
            dnsRecord ->
                assertEquals(
                    IN_CAPITALS
                        .matcher(dnsRecord.text())
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !OF_DNS.contains(word))
                        .distinct()
                        .toList(),
                    dnsRecord.placeholders(),
                    dnsRecord.text()));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void noSentenceEndsInACommand(String codes) {
    situations()
        .flatMap(s -> s.remedyOf(codes).steps().stream())
        .forEach(
            step -> {
              String sentence = English.of(step.saying());
              assertFalse(ENDS_IN_COMMAND.matcher(sentence).matches(), sentence);
              assertEquals(step.command().isPresent(), sentence.endsWith(":"), sentence);
              assertTrue(step.command().filter(c -> !COMMAND.matcher(c).matches()).isEmpty());
            });
  }

  @Test
  void aCommandStandsBetweenWhatIsSaidBeforeAndAfterIt() {
    Step set =
        Told.under("example.com p=none")
            .regions("eu-west-1 us-east-1")
            .remedyOf("custom_mail_from")
            .steps()
            .get(3);
    assertEquals("Set it for the identity:", English.of(set.saying()));
    assertEquals(
        "aws sesv2 put-email-identity-mail-from-attributes --email-identity example.com"
            + " --mail-from-domain bounce.example.com --behavior-on-mx-failure USE_DEFAULT_VALUE"
            + " --region eu-west-1",
        set.command().orElseThrow());
    assertEquals("(and again with --region us-east-1)", English.of(set.after().orElseThrow()));
    assertEquals(
        "Set it for the identity: " + set.command().get() + " (and again with --region us-east-1)",
        English.of(set.inOneLine()));
  }

  @Test
  void waitingNeedsNothing() {
    assertEquals(List.of(), Told.under("example.com p=none").remedyOf("wait").needs());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void whatOneCellOfCsvSeparatesStandsInNoItem(String codes) {
    situations()
        .map(s -> s.remedy(codes))
        .flatMap(r -> Stream.concat(r.steps().stream(), r.dnsRecords().stream()))
        .forEach(
            item -> {
              assertFalse(item.contains(" | "), item);
              assertTrue(item.chars().allMatch(c -> c >= ' ' && c < 0x7f), item);
            });
  }

  @ParameterizedTest
  @MethodSource("codes")
  void whatOthersWroteIntoSelectorsOrRegionsIsNotPassedOn(String codes) {
    String all = hostile().remedy(codes).toString();
    for (String word : List.of("reboot", "rm -rf", "a b", "--x.", "\u001b", "x".repeat(64))) {
      assertFalse(all.contains(word), word);
    }
  }

  @Test
  void aSelectorThatIsNotPlainIsAWordToFillIn() {
    List<String> records = hostile().remedy("repair_dkim").dnsRecords();
    assertEquals(
        List.of("SELECTOR._domainkey.example.com. TXT \"v=DKIM1; k=rsa; p=PUBLIC-KEY\""), records);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void nothingIsSaidTwice(String codes) {
    situations()
        .map(s -> s.remedy(codes))
        .forEach(
            remedy -> {
              assertEquals(new HashSet<>(remedy.steps()).size(), remedy.steps().size());
              assertEquals(new HashSet<>(remedy.dnsRecords()).size(), remedy.dnsRecords().size());
              assertEquals(new HashSet<>(remedy.snippets()).size(), remedy.snippets().size());
              List<String> sentences = List.of(remedy.assumes().split("(?<=\\.) (?=[A-Z])"));
              assertEquals(new HashSet<>(sentences).size(), sentences.size(), remedy.assumes());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "custom_mail_from+relax_aspf",
        "easy_dkim+relax_adkim",
        "repair_easy_dkim+relax_adkim",
        "repair_dkim+relax_adkim"
      })
  void aBundleRelaxesLastBecauseUntilThenItHelpsNothing(String codes) {
    Told told = Told.under("example.com p=none aspf=s adkim=s").dkim(Cause.OWN_PERMERROR);
    SpokenRemedy remedy = told.remedy(codes);
    List<String> records = remedy.dnsRecords();
    assertTrue(records.get(records.size() - 1).startsWith("_dmarc.example.com. TXT "));
    assertTrue(records.subList(0, records.size() - 1).stream().noneMatch(r -> r.contains("DMARC")));
    List<String> steps = remedy.steps();
    List<String> first = told.remedy(codes.split("\\+")[0]).steps();
    assertEquals(first, steps.subList(0, first.size()));
    assertTrue(steps.get(first.size()).startsWith("Relax only when the steps before are done"));
  }

  @Test
  void theOrderInWhichABundleIsNamedDoesNotChangeTheOrderOfItsSteps() {
    Told told = Told.under("example.com p=none aspf=s");
    assertEquals(
        told.remedy("custom_mail_from+relax_aspf"), told.remedy("relax_aspf+custom_mail_from"));
  }

  @Test
  void twoModesThatAreRelaxedAreOneRecord() {
    assertEquals(
        List.of("_dmarc.example.com. TXT \"v=DMARC1; p=none; adkim=r; aspf=r; rua=PRESENT-VALUE\""),
        Told.under("example.com p=none aspf=s adkim=s")
            .remedy("relax_aspf+relax_adkim")
            .dnsRecords());
  }

  @Test
  void repairingTheParentsKeyAndAnIdentityOfItsOwnAreTwoSetsOfRecords() {
    assertEquals(
        List.of(
            TOKEN + "._domainkey.example.com. CNAME " + TOKEN + ".SIGNING-HOSTED-ZONE.",
            "TOKEN1._domainkey.news.example.com. CNAME TOKEN1.SIGNING-HOSTED-ZONE.",
            "TOKEN2._domainkey.news.example.com. CNAME TOKEN2.SIGNING-HOSTED-ZONE.",
            "TOKEN3._domainkey.news.example.com. CNAME TOKEN3.SIGNING-HOSTED-ZONE."),
        Told.under("example.com p=none adkim=s")
            .from("news.example.com")
            .dkim(Cause.OWN_PERMERROR)
            .brokenKeys(TOKEN + "._domainkey.example.com")
            .remedy("repair_easy_dkim+own_identity")
            .dnsRecords());
  }
}

package dmarcreports.analysis.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.SpokenRemedy;
import dmarcreports.analysis.Told;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordRemediesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p=none aspf=s              | relax_aspf  | p=none; aspf=r",
        "p=none aspf=s adkim=s      | relax_aspf  | p=none; adkim=s; aspf=r",
        "p=none aspf=s adkim=s      | relax_adkim | p=none; adkim=r; aspf=s",
        "p=reject sp=none np=reject adkim=s t=y"
            + " | relax_adkim | p=reject; sp=none; np=reject; adkim=r; t=y",
        "p=quarantine aspf=s pct=25 | relax_aspf  | p=quarantine; aspf=r; pct=25",
        "p=none aspf=s pct=100 t=n fo=0 | relax_aspf | p=none; aspf=r",
        "p=none aspf=s fo=1:d       | relax_aspf  | p=none; aspf=r; fo=1:d",
        "p=none aspf=s fo=1;p=x     | relax_aspf  | p=none; aspf=r",
        "aspf=s                     | relax_aspf  | p=PRESENT-VALUE; aspf=r",
      })
  void relaxingChangesOneTagOfThePublishedRecord(String published, String code, String tags) {
    assertEquals(
        List.of("_dmarc.example.com. TXT \"v=DMARC1; " + tags + "; rua=PRESENT-VALUE\""),
        Told.under("example.com " + published).remedy(code).dnsRecords());
  }

  @Test
  void theRecordThatIsChangedIsTheOneThatWasFound() {
    assertTrue(
        Told.under("news.example.com aspf=s")
            .from("a.news.example.com")
            .remedy("relax_aspf")
            .dnsRecords()
            .get(0)
            .startsWith("_dmarc.news.example.com. "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relax_aspf", "relax_adkim", "enforce_policy"})
  void whatReportsDoNotShowOfTheRecordMustStay(String code) {
    String steps = String.join("\n", Told.under("example.com p=none aspf=s").remedy(code).steps());
    assertTrue(steps.contains("rua (PRESENT-VALUE stands for it), ruf and other tags"));
    assertTrue(steps.contains("must stay"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relax_aspf", "relax_adkim"})
  void trap02RelaxingIsSaidToHelpNoForeignName(String code) {
    assertTrue(
        String.join("\n", Told.under("example.com p=none aspf=s adkim=s").remedy(code).steps())
            .contains("nothing for mail that proves another organization, such as amazonses.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relax_aspf", "relax_adkim", "custom_mail_from+relax_aspf"})
  void trap23ThePriceOfRelaxingNamesEveryDomainThatWouldPass(String codes) {
    Told told =
        Told.under("example.com p=none aspf=s adkim=s").sisters("shop.example.com old.example.com");
    assertTrue(
        told.remedy(codes)
            .assumes()
            .contains(
                "these names pass as example.com too: old.example.com, shop.example.com. So does"
                    + " every other name in the organization, whoever controls it."));
  }

  @ParameterizedTest
  @CsvSource({"20, ''", "21, and 1 more", "1000, and 980 more"})
  void trap23AsManyNamesAsAPersonReadsAreListedAndTheOthersCounted(int names, String more) {
    String sisters =
        IntStream.range(0, names)
            .mapToObj(i -> "n" + (10000 + i) + ".example.com")
            .collect(Collectors.joining(" "));
    String assumes =
        Told.under("example.com aspf=s").sisters(sisters).remedy("relax_aspf").assumes();
    assertTrue(assumes.contains("n10019.example.com" + (more.isEmpty() ? "." : " " + more + ".")));
    assertFalse(assumes.contains("n10020."));
  }

  @Test
  void whereNoSisterNamePassesThePriceIsStillNamed() {
    assertTrue(
        Told.under("example.com aspf=s")
            .remedy("relax_aspf")
            .assumes()
            .contains("every name in the organization then passes as example.com"));
  }

  @Test
  void trap14NamesThatDoNotLieBelowTheRecordMayStayApart() {
    String assumes =
        Told.under("news.example.com aspf=s")
            .from("news.example.com")
            .sisters("bounce.example.com b.news.example.com")
            .remedy("relax_aspf")
            .assumes();
    assertTrue(assumes.contains("names that do not lie below it (bounce.example.com)"), assumes);
  }

  @Test
  void whatIsRelaxedAlreadyIsSaidToBe() {
    String words = "The newest report shows aspf=r already";
    assertTrue(
        Told.under("example.com aspf=r").remedy("relax_aspf").steps().get(0).startsWith(words));
    assertFalse(
        Told.under("example.com aspf=s").remedy("relax_aspf").steps().get(0).startsWith(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p=none                | example.com      | p=quarantine",
        "p=quarantine          | example.com      | p=reject",
        "''                    | example.com      | p=quarantine",
        "p=none adkim=s aspf=s | example.com      | p=quarantine; adkim=s; aspf=s",
        "p=none sp=none        | example.com      | p=quarantine; sp=none",
        "p=none                | a.example.com    | p=none; sp=quarantine",
        "p=reject sp=none      | a.example.com    | p=reject; sp=quarantine",
        "p=reject sp=quarantine | a.example.com   | p=reject; sp=reject",
        "p=none sp=none np=none | a.example.com   | p=none; sp=quarantine; np=quarantine",
        "p=none sp=none np=reject | a.example.com | p=none; sp=quarantine; np=reject",
        "p=none | a.example.com example.com        | p=quarantine",
        "p=none sp=none | a.example.com example.com | p=quarantine; sp=quarantine",
        "p=reject t=y          | example.com      | p=reject",
        "p=quarantine t=y      | example.com      | p=quarantine",
        "p=none t=y            | example.com      | p=quarantine",
        "p=quarantine pct=50   | example.com      | p=quarantine",
        "p=none pct=50         | example.com      | p=quarantine",
      })
  void enforcingIsTheNextStepOfThePolicyThatGovernsTheMail(
      String published, String authors, String tags) {
    assertEquals(
        List.of("_dmarc.example.com. TXT \"v=DMARC1; " + tags + "; rua=PRESENT-VALUE\""),
        Told.under("example.com " + published).from(authors).remedy("enforce_policy").dnsRecords());
  }

  @ParameterizedTest
  @CsvSource({"p=reject, example.com", "p=none sp=reject, a.example.com"})
  void whereThePolicyIsRejectThereIsNothingToPublish(String published, String author) {
    SpokenRemedy remedy =
        Told.under("example.com " + published).from(author).ready("none").remedy("enforce_policy");
    assertEquals(List.of(), remedy.dnsRecords());
    assertTrue(remedy.steps().get(0).contains("nothing to publish"));
  }

  /** Nobody is handed a record that may lose mail. */
  @ParameterizedTest
  @CsvSource({
    "p=none, none, false",
    "p=none, unknown, false",
    "p=none, quarantine, true",
    "p=quarantine, quarantine, false",
    "p=quarantine, reject, true",
    "p=reject t=y, quarantine, false",
    "p=quarantine pct=50, quarantine, true"
  })
  void nothingIsPublishedBeforeTheMailIsReady(String published, String ready, boolean publish) {
    SpokenRemedy remedy =
        Told.under("example.com " + published).ready(ready).remedy("enforce_policy");
    assertEquals(publish, !remedy.dnsRecords().isEmpty());
    assertEquals(!publish, remedy.steps().get(0).startsWith("Not yet: "));
  }

  @Test
  void enforcingComesAfterTheOwnMailIsInOrderAndRepairsNothing() {
    SpokenRemedy remedy = Told.under("example.com p=none").remedy("enforce_policy");
    assertTrue(remedy.needs().contains("ready_for"));
    assertTrue(remedy.assumes().contains("repairs nothing"));
  }
}

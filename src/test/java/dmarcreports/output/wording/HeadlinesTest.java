package dmarcreports.output.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Told;
import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.remedy.Situation;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.output.Nights;
import dmarcreports.output.language.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an action is about, as it stands in a sentence. */
class HeadlinesTest {

  static Stream<SenderProfile> services() {
    return SenderProfiles.standard().all().stream();
  }

  /** A name of one word reads like a domain, and domains are written in lower case. */
  @ParameterizedTest
  @MethodSource("services")
  void servicesKeepTheirNames(SenderProfile service) {
    String name = service.name();
    assertEquals(
        name,
        Headlines.target(action(Recommendation.VENDOR_DKIM, name, service), Language.english()));
    assertEquals(
        name,
        Headlines.target(action(Recommendation.WAIT, service.slug(), service), Language.english()));
  }

  @ParameterizedTest
  @CsvSource({
    "Mailchimp, Mailchimp",
    "stranger.example, stranger.example",
    "xn--bcher-kva.example, xn--bcher-kva.example (bücher.example)",
    "192.0.2.0/24, 192.0.2.0/24",
    "'', addresses that are not named"
  })
  void theRestIsNamedAsItIs(String target, String said) {
    Action action = Nights.action(Recommendation.ASK_OWNER, target, 1, ActionState.OPEN);
    assertEquals(said, Headlines.target(action, Language.english()));
  }

  private static Action action(Recommendation change, String target, SenderProfile service) {
    Action plain = Nights.action(change, target, 1, ActionState.OPEN);
    Situation of = plain.situation();
    return new Action(
        plain.changes(),
        Told.targetOf(target),
        plain.sources(),
        plain.failing(),
        plain.repairedMin(),
        plain.repairedMax(),
        plain.rateNow(),
        plain.rateMin(),
        plain.rateMax(),
        plain.cumulativeMin(),
        plain.cumulativeMax(),
        new Situation(
            of.policy(),
            Told.targetOf(target),
            of.authorDomains(),
            List.of(service),
            false,
            of.stranger(),
            of.regions(),
            of.formerMailFrom(),
            of.addresses(),
            of.spfCauses(),
            of.dkimCauses(),
            of.spfDomains(),
            of.brokenKeys(),
            of.sisterDomains(),
            of.readiness(),
            of.dns()),
        plain.sourceGroups(),
        plain.state(),
        plain.stateSince());
  }
}

package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Names.Joint;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sender.SenderProfile.Setup;
import dmarcreports.analysis.sender.SetupRecord;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a service is made to prove its customer's name: in the words of its own settings. */
final class VendorRemedies {
  private static final int MAX_NAMED = 5;
  private static final String DOMAIN = "domain";

  private final Situation situation;
  private final Optional<SenderProfile> profile;
  private final RemedyDraft draft = new RemedyDraft();

  private VendorRemedies(Situation situation) {
    this.situation = situation;
    this.profile = situation.service();
  }

  /** Signing with the customer's domain. */
  static RemedyDraft dkim(Situation situation) {
    return new VendorRemedies(situation).signing();
  }

  /** A return path at or below the customer's domain. */
  static RemedyDraft returnPath(Situation situation) {
    return new VendorRemedies(situation).alignedReturnPath();
  }

  private RemedyDraft signing() {
    Setup setup = profile.map(SenderProfile::signing).orElse(Setup.NONE);
    return switch (profile.map(SenderProfile::dkimReach).orElse(Reach.EXACT)) {
      case NEVER -> noSignature();
      case RELAXED -> signingBelow(setup);
      case EXACT -> {
        needsAccount();
        draft.needsIf(
            situation.policy().dkimMode() == AlignmentMode.STRICT,
            VendorPhrase.STRICT_NEEDS_EXACT_NAME.of(domains(Joint.OR)));
        setUp(setup, VendorPhrase.SET_UP_DOMAIN_AUTHENTICATION, VendorPhrase.SET_UP_UNDER);
        draft.step(VendorPhrase.CHECK_SIGNATURE.of(signers()));
        draft.assumes(VendorPhrase.SENT_WITH_THAT_SETTING.of());
        yield noted(setup);
      }
    };
  }

  private RemedyDraft signingBelow(Setup setup) {
    needsAccount();
    draft.needsIf(
        situation.policy().dkimMode() == AlignmentMode.STRICT,
        VendorPhrase.NEEDS_RELAXED_DKIM.of(service(), domains(Joint.OR)));
    setUp(setup, VendorPhrase.SET_UP_SENDING_DOMAIN, VendorPhrase.SET_UP_BELOW_UNDER);
    draft.step(VendorPhrase.CHECK_SIGNATURE_BELOW.of(domains(Joint.OR)));
    draft.assumes(VendorPhrase.SENT_WITH_THAT_SETTING.of());
    draft.assumes(VendorPhrase.ALIGNS_RELAXED_DKIM.of());
    return noted(setup);
  }

  private RemedyDraft noSignature() {
    draft.needs(VendorPhrase.CANNOT_SIGN.of(service()));
    draft.step(VendorPhrase.LEAVE_DNS.of(service(), domains(Joint.OR)));
    draft.assumes(VendorPhrase.GOES_ON_FAILING.of());
    return noted(Setup.NONE);
  }

  private RemedyDraft alignedReturnPath() {
    Setup setup = profile.map(SenderProfile::returnPath).orElse(Setup.NONE);
    return switch (profile.map(SenderProfile::spfReach).orElse(Reach.RELAXED)) {
      case NEVER -> noReturnPath(setup);
      case RELAXED -> returnPathBelow(setup);
      case EXACT -> {
        needsAccount();
        setUp(setup, VendorPhrase.SET_UP_RETURN_PATH, VendorPhrase.SET_UP_UNDER);
        draft.step(VendorPhrase.CHECK_RETURN_PATH.of(domains(Joint.OR)));
        draft.assumes(VendorPhrase.HAS_THAT_RETURN_PATH.of());
        yield noted(setup);
      }
    };
  }

  private RemedyDraft returnPathBelow(Setup setup) {
    needsAccount();
    draft.needsIf(
        situation.policy().spfMode() == AlignmentMode.STRICT,
        VendorPhrase.NEEDS_RELAXED_SPF.of(domains(Joint.OR)));
    setUp(setup, VendorPhrase.SET_UP_BOUNCE_DOMAIN, VendorPhrase.SET_UP_UNDER);
    draft.step(VendorPhrase.CHECK_RETURN_PATH_BELOW.of(domains(Joint.OR)));
    draft.assumes(VendorPhrase.HAS_THAT_RETURN_PATH.of());
    draft.assumes(VendorPhrase.ALIGNS_RELAXED_SPF.of());
    return noted(setup);
  }

  /** The first of its steps says why, where it has one. */
  private RemedyDraft noReturnPath(Setup setup) {
    draft.needs(
        setup.steps().stream()
            .findFirst()
            .map(this::inItsWords)
            .orElseGet(() -> VendorPhrase.KEEPS_RETURN_PATH.of(service())));
    draft.step(VendorPhrase.LEAVE_SPF.of());
    draft.step(VendorPhrase.LET_IT_SIGN.of(service(), domains(Joint.AND)));
    draft.assumes(VendorPhrase.SPF_STAYS.of());
    return noted(Setup.NONE);
  }

  /**
   * The steps of a setup.
   *
   * @param unnamed where it is not known what the service calls it
   * @param named where it is
   */
  private void setUp(Setup setup, VendorPhrase unnamed, VendorPhrase named) {
    boolean unknown = setup.equals(Setup.NONE);
    boolean setting = unknown || !setup.setting().isEmpty();
    if (setting) {
      draft.step(
          unknown
              ? unnamed.of(service(), domains(Joint.AND))
              : named.of(service(), setup.setting(), domains(Joint.AND)));
    }
    setup.steps().forEach(step -> draft.step(inItsWords(step)));
    draft.stepIf(
        !setup.include().isEmpty(),
        VendorPhrase.ADD_INCLUDE.of(setup.include(), domains(Joint.AND)));
    if (setting && (unknown || !setup.records().isEmpty())) {
      draft.step(VendorPhrase.PUBLISH_WHAT_IS_SHOWN.of(service()));
      draft.step(
          setup
              .finish()
              .map(this::inItsWords)
              .orElseGet(() -> VendorPhrase.LET_IT_VERIFY.of(service())));
    } else if (!setup.records().isEmpty()) {
      draft.step(VendorPhrase.PUBLISH_RECORD.of());
    } else if (setting && setup.include().isEmpty()) {
      draft.step(VendorPhrase.PUBLISH_WHAT_IS_ASKED.of(service()));
    }
  }

  private void needsAccount() {
    draft.needs(VendorPhrase.NEEDS_ACCOUNT.of(service(), domains(Joint.AND)));
  }

  /** With what else is to be known of the service, and the records of a setup. */
  private RemedyDraft noted(Setup setup) {
    profile.flatMap(SenderProfile::note).ifPresent(note -> draft.assumes(inItsWords(note)));
    profile
        .filter(p -> !p.verified())
        .ifPresent(p -> draft.assumes(VendorPhrase.NOT_ALL_VERIFIED.of(p.name())));
    for (DomainName domain : authors().stream().limit(MAX_NAMED).toList()) {
      setup.records().forEach(dnsRecord -> draft.dns(filled(dnsRecord, domain)));
    }
    return draft;
  }

  /**
   * Every place but that of the domain is for a word that only the service, or the owner, knows.
   */
  private static DnsRecord filled(SetupRecord setup, DomainName domain) {
    Form form = new Form(setup.text());
    List<String> words = form.places().stream().filter(place -> !place.equals(DOMAIN)).toList();
    Map<String, String> values = new HashMap<>();
    words.forEach(word -> values.put(word, word));
    values.put(DOMAIN, domain.text());
    return new DnsRecord(form.fill(values), words);
  }

  /** What is said of this service alone, which may speak of the domains. */
  private Saying inItsWords(Phrase phrase) {
    return phrase.arguments().isEmpty() ? phrase.of() : phrase.of(domains(Joint.AND));
  }

  private Object service() {
    return profile
        .<Object>map(SenderProfile::name)
        .or(() -> situation.stranger().map(VendorPhrase.SERVICE_BEHIND::of))
        .orElseGet(VendorPhrase.SOME_SERVICE::of);
  }

  private Collection<DomainName> authors() {
    return situation.authorDomains().isEmpty()
        ? List.of(situation.policyDomain())
        : situation.authorDomains();
  }

  /** The Author Domains, not too many of them. */
  private Names domains(Joint joint) {
    return Names.of(joint, authors(), MAX_NAMED);
  }

  /** The same as tags of a signature. */
  private Names signers() {
    Names domains = domains(Joint.OR);
    List<String> tags = new ArrayList<>();
    for (String domain : domains.shown()) {
      tags.add(tags.isEmpty() || domains.more() == 0 ? "d=" + domain : domain);
    }
    return new Names(tags, Joint.OR, domains.more());
  }
}

package dmarcreports.analysis.remedy;

import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sender.SenderProfile.Setup;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a service is made to prove its customer's name: in the words of its own settings. */
public final class VendorRemedies {
  private static final int MAX_NAMED = 5;
  private static final String DOMAIN = "{domain}";
  private static final String ASSUMES_SIGNING =
      "All of this mail is sent with that setting, and nobody changes it on the way; plain"
          + " forwarding does no harm.";

  private final Situation situation;
  private final List<String> steps = new ArrayList<>();

  private VendorRemedies(Situation situation) {
    this.situation = situation;
  }

  /** Signing with the customer's domain. */
  public static Remedy dkim(Situation situation) {
    return new VendorRemedies(situation).signing();
  }

  /** A return path at or below the customer's domain. */
  static Remedy returnPath(Situation situation) {
    return new VendorRemedies(situation).alignedReturnPath();
  }

  private Remedy signing() {
    Setup setup = situation.service().map(SenderProfile::signing).orElse(Setup.NONE);
    return switch (situation.service().map(SenderProfile::dkimReach).orElse(Reach.EXACT)) {
      case NEVER -> noSignature();
      case RELAXED -> signingBelow(setup);
      case EXACT -> {
        String needs = needsAccount();
        if (situation.policy().dkimMode() == AlignmentMode.STRICT) {
          needs +=
              " Your record says adkim=s, so the domain to set up there is exactly "
                  + domains(" or ")
                  + ", not a parent of it.";
        }
        setUp(setup, "domain authentication, sender domain or DKIM", domains(" and "));
        checkSignature("d=" + domains(" or d="));
        yield remedy(needs, ASSUMES_SIGNING, setup);
      }
    };
  }

  private Remedy signingBelow(Setup setup) {
    String needs = needsAccount();
    if (situation.policy().dkimMode() == AlignmentMode.STRICT) {
      needs +=
          " It also needs adkim=r: "
              + service()
              + " signs as a name below "
              + domains(" or ")
              + ", and your record's adkim=s demands the identical name.";
    }
    setUp(setup, "sending domain", "a name below " + domains(" and "));
    checkSignature("d= and a name below " + domains(" or "));
    return remedy(needs, ASSUMES_SIGNING + " It aligns in relaxed mode (adkim=r) only.", setup);
  }

  private Remedy noSignature() {
    steps.add(
        "Leave DNS as it is: no record makes " + service() + " sign as " + domains(" or ") + ".");
    return remedy(
        service() + " cannot be made to sign for its customers.",
        "Nothing: this mail goes on failing.",
        Setup.NONE);
  }

  private Remedy alignedReturnPath() {
    Setup setup = situation.service().map(SenderProfile::returnPath).orElse(Setup.NONE);
    return switch (situation.service().map(SenderProfile::spfReach).orElse(Reach.RELAXED)) {
      case NEVER -> noReturnPath(setup);
      case RELAXED -> returnPathBelow(setup);
      case EXACT -> {
        setUp(setup, "return path", domains(" and "));
        checkReturnPath("at ");
        yield remedy(needsAccount(), assumesPath(), setup);
      }
    };
  }

  private Remedy returnPathBelow(Setup setup) {
    String needs = needsAccount();
    if (situation.policy().spfMode() == AlignmentMode.STRICT) {
      needs +=
          " It also needs aspf=r: the return path lies below "
              + domains(" or ")
              + ", and your record's aspf=s demands the identical name.";
    }
    setUp(setup, "custom return path or bounce domain", domains(" and "));
    checkReturnPath("at or below ");
    return remedy(needs, assumesPath() + " It aligns in relaxed mode (aspf=r) only.", setup);
  }

  private Remedy noReturnPath(Setup setup) {
    String why =
        setup.steps().stream()
            .findFirst()
            .orElse(
                service()
                    + " keeps a return path of its own, at least on shared plans, so SPF never"
                    + " aligns there.");
    steps.add("Leave SPF as it is: an include in your SPF record would change nothing.");
    steps.add("Let " + service() + " sign as " + domains(" and ") + ": for DMARC that is enough.");
    return remedy(why, "Nothing: SPF goes on not aligning.", Setup.NONE);
  }

  private void setUp(Setup setup, String usualName, String forWhat) {
    boolean unknown = setup.equals(Setup.NONE);
    boolean setting = unknown || !setup.setting().isEmpty();
    if (setting) {
      steps.add(
          "In the settings of "
              + service()
              + ", open "
              + (unknown ? "what it calls " + usualName : "\"" + setup.setting() + "\"")
              + " and set it up for "
              + forWhat
              + ".");
    }
    setup.steps().forEach(s -> steps.add(s.replace(DOMAIN, domains(" and "))));
    if (!setup.include().isEmpty()) {
      steps.add(
          "Add include:"
              + setup.include()
              + " to the SPF record of "
              + domains(" and ")
              + ": SPF is then checked there. A name may have one only.");
    }
    if (setting && (unknown || !setup.records().isEmpty())) {
      steps.add(
          "Publish the records that "
              + service()
              + " shows; words in capitals stand for what only it knows.");
      steps.add(
          setup.finish().isEmpty()
              ? "Let " + service() + " verify them; DNS may take a day or two."
              : setup.finish());
    } else if (!setup.records().isEmpty()) {
      steps.add("Publish the record; words in capitals stand for what only you know.");
    } else if (setting && setup.include().isEmpty()) {
      steps.add("Publish what " + service() + " asks for, and let it verify that.");
    }
  }

  private void checkSignature(String domain) {
    steps.add(
        "Send a message to yourself and look at its headers: a DKIM-Signature must say "
            + domain
            + ".");
  }

  private void checkReturnPath(String where) {
    steps.add(
        "Send a message to yourself and look at its headers: the Return-Path must be "
            + where
            + domains(" or ")
            + ".");
  }

  private String needsAccount() {
    return "The account at "
        + service()
        + " is yours, somebody can change its settings, and somebody can change the DNS of "
        + domains(" and ")
        + ".";
  }

  private String assumesPath() {
    return "All of this mail then has that return path. Forwarded mail loses it; a signature stays.";
  }

  private Remedy remedy(String needs, String assumes, Setup setup) {
    String note =
        situation
            .service()
            .map(p -> p.verified() ? p.note() : p.note() + unverified(p))
            .orElse("")
            .strip();
    List<String> records =
        named()
            .flatMap(d -> setup.records().stream().map(r -> r.replace(DOMAIN, d.text())))
            .distinct()
            .toList();
    return new Remedy(
        needs, note.isEmpty() ? assumes : assumes + " " + note, steps, records, List.of());
  }

  private static String unverified(SenderProfile service) {
    return " What is said here of "
        + service.name()
        + " could not all be verified: where its own help says something else, follow that.";
  }

  private String service() {
    return situation
        .service()
        .map(SenderProfile::name)
        .or(() -> situation.stranger().map(s -> "the service behind " + s))
        .orElse("the service");
  }

  private Stream<DomainName> named() {
    return situation.authorDomains().isEmpty()
        ? Stream.of(situation.policyDomain())
        : situation.authorDomains().stream().limit(MAX_NAMED);
  }

  /** The Author Domains, not too many of them. */
  private String domains(String between) {
    int more = situation.authorDomains().size() - MAX_NAMED;
    Stream<String> names = named().map(DomainName::text);
    return more > 0
        ? names.collect(Collectors.joining(", ")) + " and " + more + " more"
        : names.collect(Collectors.joining(between));
  }
}

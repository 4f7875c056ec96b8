package dmarcreports.analysis.remedy;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.DkimKey;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/** Signing on servers of our own, or at a service that we know no settings of. */
final class OwnDkim {
  private static final String SIGN_LAST =
      "Sign at the last server that touches the mail: after every gateway, footer, disclaimer and"
          + " virus scanner. What is changed after signing breaks the signature.";

  private OwnDkim() {}

  static RemedyDraft publish(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    draft.needs(
        "You know which program or server sends this mail and can change its settings, and you can"
            + " publish DNS records.");
    draft.assumes(
        "The mail is yours and is not changed after signing. Reports on unsigned mail do not tell"
            + " whether a signature would survive.");
    sign(situation, draft);
    return draft;
  }

  /** Under adkim=s: a signature in exactly the name that the mail is written as. */
  static RemedyDraft exactName(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    draft.needs(
        "You can change how this mail is signed, and publish DNS records below "
            + RemedyDraft.list(authors(situation))
            + ".");
    draft.assumes(
        "The new signature fares as the present one does, and names exactly the domain of the From"
            + " line.");
    for (SenderProfile service : situation.services()) {
      draft.stepIf(
          !service.equals(KnownSenders.AMAZON_SES),
          "Set up "
              + RemedyDraft.list(authors(situation))
              + " at "
              + service.name()
              + " as a sending domain of its own, so that it signs as exactly that name;"
              + " publish the records that it shows for it.");
    }
    if (situation.unserved() || situation.services().isEmpty()) {
      sign(situation, draft);
    }
    draft.step("Or write the From line under the name that signs already.");
    return draft;
  }

  static RemedyDraft repair(Situation situation) {
    List<DkimKey> keys =
        situation.brokenKeys().stream().flatMap(k -> DkimKey.parse(k).stream()).distinct().toList();
    RemedyDraft draft = new RemedyDraft();
    draft.needs("You can publish DNS records, and know the server or service that signs.");
    strictNames(situation, keys, draft);
    draft.assumes(
        "Signatures whose key was not found will verify once it is published; those that failed with"
            + " a key will only if the key, or a change of the mail on your side, is the cause, so"
            + " they count at most, but where the signature of the service that sends stands on the"
            + " same mail.");
    whatReceiversFound(situation, draft);
    Optional<SenderProfile> service =
        situation.service().filter(s -> s.name().equals(situation.target()));
    if (service.isPresent()) {
      return repairAtService(service.get(), keys, situation, draft);
    }
    draft.stepIf(
        situation.dkimCauses().contains(Cause.OWN_FAIL),
        "Compare the published key with that of the server that signs. Where they match, send a mail"
            + " to yourself before and after each gateway and look where the signature breaks.");
    List<DkimKey> first = keys.stream().limit(RemedyDraft.NAMED).toList();
    for (DkimKey key : first) {
      draft.stepIf(
          key.selector().isPresent(),
          "Ask for the key as receivers do: dig +short TXT " + key.name());
      draft.dns(key.dnsRecord());
    }
    draft.step(
        "Publish the public half of the key that the server signs with. PUBLIC-KEY stands for it,"
            + " SELECTOR for the s= in the DKIM-Signature header where the reports do not show it."
            + " If the name should be a CNAME to a service, publish what the service shows.");
    draft.stepIf(
        keys.stream().anyMatch(DkimKey::isEasyDkim),
        "A selector of 32 lower-case characters looks like a token of Easy DKIM at Amazon SES: that"
            + " is a CNAME, and get-email-identity shows where to (SIGNING-HOSTED-ZONE).");
    draft.step(SIGN_LAST);
    if (keys.isEmpty()) {
      keysOfAuthors(situation, draft);
    }
    return draft;
  }

  /** The service signs for us already: what it publishes is missing, stale or mistyped. */
  private static RemedyDraft repairAtService(
      SenderProfile service, List<DkimKey> keys, Situation situation, RemedyDraft draft) {
    String setting = service.signing().setting();
    draft.step(
        service.name()
            + " signs this mail in your name already, so it is set up there; what it signs with is"
            + " not what your DNS holds.");
    draft.step(
        "In the settings of "
            + service.name()
            + ", open "
            + (setting.isEmpty() ? "what it calls sending domain or DKIM" : "\"" + setting + "\"")
            + " and compare the records that it shows for "
            + RemedyDraft.list(authors(situation))
            + " with those in your DNS. Publish what it shows now (FROM-THE-CONSOLE stands for it),"
            + " and let it verify that.");
    boolean alias = service.signing().records().stream().noneMatch(r -> r.contains(" TXT "));
    for (DkimKey key : keys.stream().limit(RemedyDraft.NAMED).toList()) {
      draft.stepIf(
          key.selector().isPresent(),
          "Ask for the key as receivers do: dig +short TXT " + key.name());
      draft.dns(key.name() + (alias ? ". CNAME FROM-THE-CONSOLE." : ". TXT \"FROM-THE-CONSOLE\""));
    }
    return draft.step(
        "If a server of yours signs before "
            + service.name()
            + " gets the mail, that signature is the broken one: let one of the two sign, the last.");
  }

  /** What the results of receivers say about a broken signature. */
  static void whatReceiversFound(Situation situation, RemedyDraft draft) {
    draft.stepIf(
        situation.dkimCauses().contains(Cause.OWN_PERMERROR),
        "Receivers say permerror: at the name of the key they find none, or one that cannot be read."
            + " Look for a missing, mistyped or cut record, or a domain that is there twice in the"
            + " name.");
    draft.stepIf(
        situation.dkimCauses().contains(Cause.OWN_FAIL),
        "Receivers say fail: they find a key and the signature does not match. Either the key is not"
            + " the one that signs, or the mail was changed after signing.");
    draft.stepIf(
        situation.dkimCauses().contains(Cause.OWN_TEMPERROR),
        "Receivers say temperror: DNS did not answer them. See that every name server of the zone"
            + " answers, for TXT too. Day after day without a pass it means that the key is missing:"
            + " some receivers report that so.");
    draft.stepIf(
        situation.dkimCauses().contains(Cause.OWN_NEUTRAL)
            || situation.dkimCauses().contains(Cause.OWN_POLICY),
        "Receivers say neutral or policy: they do not accept the form of the signature. See what it"
            + " covers and how long the key is.");
  }

  private static void sign(Situation situation, RemedyDraft draft) {
    draft.step(
        "Make a key of 2048 bits on the server that sends: openssl genrsa -out dkim.pem 2048 and"
            + " then openssl rsa -in dkim.pem -pubout; PUBLIC-KEY is what that prints, without its"
            + " first and last line and in one line.");
    draft.step(
        "Choose a selector that is not in use yet (SELECTOR), such as the month, and publish the"
            + " public key under it. One string of a TXT record holds 255 characters: a longer value"
            + " is written as several quoted strings.");
    draft.step(
        "Have the server sign with d="
            + RemedyDraft.list(authors(situation))
            + (authors(situation).size() > 1 ? ", each mail as its own From domain" : "")
            + ", s=SELECTOR and c=relaxed/relaxed.");
    draft.step(SIGN_LAST);
    draft.step("Send a mail to yourself and look for dkim=pass in Authentication-Results.");
    keysOfAuthors(situation, draft);
  }

  private static void keysOfAuthors(Situation situation, RemedyDraft draft) {
    for (DomainName author : authors(situation).stream().limit(RemedyDraft.NAMED).toList()) {
      draft.dns(new DkimKey(Optional.empty(), author).dnsRecord());
    }
  }

  private static void strictNames(Situation situation, List<DkimKey> keys, RemedyDraft draft) {
    List<DomainName> unaligned =
        situation.authorDomains().stream()
            .filter(a -> keys.stream().noneMatch(k -> k.domain().equals(a)))
            .toList();
    draft.needsIf(
        situation.policy().dkimMode() == AlignmentMode.STRICT
            && !keys.isEmpty()
            && !unaligned.isEmpty(),
        "The DMARC record says adkim=s: even repaired, the signature does not count for "
            + RemedyDraft.list(unaligned)
            + " by itself.");
  }

  private static List<DomainName> authors(Situation situation) {
    return situation.authorDomains().isEmpty()
        ? List.of(situation.policyDomain())
        : List.copyOf(situation.authorDomains());
  }
}

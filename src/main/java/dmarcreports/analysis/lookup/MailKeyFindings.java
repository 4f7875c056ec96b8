package dmarcreports.analysis.lookup;

import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.explain.ExplainedMail.Claim;
import dmarcreports.analysis.explain.Vouched;
import dmarcreports.analysis.lookup.MailKeyThen.Now;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.dkim.DkimKeyLookup;
import dmarcreports.dns.dkim.DkimKeyRecord.KeyState;
import dmarcreports.report.header.DkimSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys that a mail's signatures name: words of whoever wrote it. */
final class MailKeyFindings {
  /** So many keys of one mail are looked up, those of the author's own organization first. */
  static final int MOST_KEYS = 20;

  /** No name in DNS is longer, and so no more of a selector counts. */
  private static final int MOST_CHARACTERS = 255;

  private final boolean throughSes;
  private final Map<SeenKey, List<Claim>> keys = new LinkedHashMap<>();

  private MailKeyFindings(ExplainedMail mail) {
    this.throughSes = mail.claims().stream().anyMatch(MailKeyFindings::isPassOfSes);
    mail.claims().stream()
        .sorted(Comparator.comparing(claim -> !claim.relation().isOwn()))
        .forEach(
            claim ->
                key(claim)
                    .ifPresent(k -> keys.computeIfAbsent(k, n -> new ArrayList<>()).add(claim)));
  }

  static List<Finding> of(ExplainedMail mail, Lookup lookup) {
    MailKeyFindings all = new MailKeyFindings(mail);
    List<SeenKey> first = all.keys.keySet().stream().limit(MOST_KEYS).toList();
    lookup.expect(
        first.stream()
            .flatMap(key -> DkimKeyLookup.question(key.selector(), key.domain()).stream())
            .toList());
    List<Finding> findings = new ArrayList<>();
    for (SeenKey key : first) {
      findings.add(all.finding(key, all.claims(key), lookup));
    }
    int more = all.keys.size() - first.size();
    if (more > 0) {
      int last = findings.size() - 1;
      Remark rest = Remark.of(MailRemark.MORE_KEYS, more, MOST_KEYS);
      findings.set(last, findings.get(last).with(rest));
    }
    return findings;
  }

  private static Optional<SeenKey> key(Claim claim) {
    DkimSignature signature = claim.signed().signature();
    return signature
        .selector()
        .map(s -> s.length() <= MOST_CHARACTERS ? s : s.substring(0, MOST_CHARACTERS))
        .flatMap(s -> signature.domain().map(domain -> new SeenKey(domain, s)));
  }

  private static boolean isPassOfSes(Claim claim) {
    return claim.signed().signature().domain().filter(SesNames.SES::equals).isPresent()
        && claim.vouched().filter(MailKeyFindings::passes).isPresent();
  }

  private static boolean passes(Vouched vouched) {
    return vouched.result().word().equals("pass");
  }

  private List<Claim> claims(SeenKey key) {
    return keys.getOrDefault(key, List.of());
  }

  private Finding finding(SeenKey key, List<Claim> claims, Lookup lookup) {
    List<Vouched> said = claims.stream().flatMap(claim -> claim.vouched().stream()).toList();
    boolean passed = said.stream().anyMatch(MailKeyFindings::passes);
    SortedMap<SeenKey, SeenSignature> seen = new TreeMap<>();
    seen.put(key, new SeenSignature(Fared.NONE, throughSes));
    Finding finding =
        DkimFinding.ofMail(
            key,
            SeenMail.ofKeys(seen),
            passed || throughSes,
            DomainLookups.tokens(key.domain(), keys.keySet()),
            lookup);
    if (!said.isEmpty()) {
      Vouched one = said.stream().filter(MailKeyFindings::passes).findFirst().orElse(said.get(0));
      finding =
          MailKeyThen.of(one).beside(key, now(key, lookup)).map(finding::with).orElse(finding);
    }
    return claims.get(0).relation().isOwn() ? finding : finding.ofAStranger();
  }

  /** Whether receivers can use the key; of several they take any. */
  private static Now now(SeenKey key, Lookup lookup) {
    DkimKeyLookup found = DkimKeyLookup.of(key.selector(), key.domain(), lookup);
    if (found.failed() || found.isAmbiguous()) {
      return Now.UNTOLD;
    }
    boolean usable = found.key().filter(k -> k.state() == KeyState.USABLE).isPresent();
    return usable ? Now.USABLE : Now.NOT_USABLE;
  }
}

package dmarcreports.analysis.remedy;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.spf.SpfLookup;
import dmarcreports.dns.spf.SpfRecord;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SPF records of our own names. */
final class OwnSpf {
  private static final int MOST_ADDRESSES = 10;

  private static final String REST = "REST-OF-PRESENT-RECORD";
  private static final String RANGE = "ADDRESS-RANGE";
  private static final String SENDERS = "YOUR-SENDERS";

  private OwnSpf() {}

  static RemedyDraft authorize(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    List<SourceIp> addresses = List.copyOf(situation.addresses());
    draft.needs(OwnSpfPhrase.NEEDS_OWN_SERVERS.of());
    strictNames(situation, draft);
    draft.assumes(OwnSpfPhrase.ADDRESSES_ARE_YOURS.of());
    draft.step(OwnSpfPhrase.DECIDE_FOR_EACH.of(RemedyDraft.list(addresses, MOST_ADDRESSES)));
    boolean many = addresses.size() > MOST_ADDRESSES;
    draft.stepIf(many, OwnSpfPhrase.LIST_RANGES.of(MOST_ADDRESSES));
    where(situation, draft);
    for (DomainName name : named(situation)) {
      draft.step(RemedyPhrase.READ_PRESENT_RECORD.of(), Dig.txt(name));
    }
    boolean none = situation.spfCauses().contains(Cause.OWN_NONE);
    boolean listed =
        situation.spfCauses().contains(Cause.OWN_FAIL)
            || situation.spfCauses().contains(Cause.OWN_SOFTFAIL)
            || situation.spfCauses().contains(Cause.OWN_NEUTRAL);
    boolean first = none && !listed;
    draft.step(
        first
            ? OwnSpfPhrase.PUBLISH_FIRST.of()
            : none ? OwnSpfPhrase.ADD_TERMS_OR_PUBLISH.of() : OwnSpfPhrase.ADD_TERMS.of());
    draft.step(OwnSpfPhrase.LIMITS.of());
    draft.step(OwnSpfPhrase.SIGN_TOO.of());
    List<SourceIp> listable = many ? List.of() : addresses;
    for (DomainName name : named(situation)) {
      draft.dns(dnsRecord(name, listable, first, situation.dns()));
    }
    return draft;
  }

  static RemedyDraft repair(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    draft.needs(OwnSpfPhrase.NEEDS_RECORD_OF_RETURN_PATH.of());
    strictNames(situation, draft);
    draft.assumes(OwnSpfPhrase.LISTS_THE_RIGHT_SERVERS.of());
    where(situation, draft);
    for (DomainName name : named(situation)) {
      draft.step(RemedyPhrase.READ_PRESENT_RECORD.of(), Dig.txt(name));
      draft.dns(DnsRecord.of(name + ". TXT \"v=spf1 " + SENDERS + " ~all\"", SENDERS));
    }
    draft.step(OwnSpfPhrase.HAVE_ONE_RECORD.of());
    draft.step(OwnSpfPhrase.COUNT_LOOKUPS.of());
    draft.step(OwnSpfPhrase.COUNT_VOID_LOOKUPS.of());
    draft.step(OwnSpfPhrase.CHECK_SPELLING.of());
    return draft;
  }

  private static List<DomainName> named(Situation situation) {
    return situation.spfDomains().stream().limit(RemedyDraft.NAMED).toList();
  }

  private static void where(Situation situation, RemedyDraft draft) {
    draft.step(
        situation.spfDomains().isEmpty()
            ? OwnSpfPhrase.FIND_RETURN_PATH.of()
            : OwnSpfPhrase.RECORD_THAT_COUNTS.of(RemedyDraft.list(situation.spfDomains())));
  }

  private static void strictNames(Situation situation, RemedyDraft draft) {
    List<DomainName> unaligned =
        situation.spfDomains().stream()
            .filter(s -> !situation.authorDomains().contains(s))
            .toList();
    draft.needsIf(
        situation.policy().spfMode() == AlignmentMode.STRICT && !unaligned.isEmpty(),
        OwnSpfPhrase.STRICT_COUNTS_EXACT_NAME_ONLY.of(RemedyDraft.list(unaligned)));
  }

  private static String term(SourceIp address) {
    return (address.text().contains(":") ? "ip6:" : "ip4:") + address;
  }

  /**
   * The record that lists those addresses.
   *
   * @param addresses empty where there are too many to list, or none is told
   * @param first whether it is the first there, and takes up no terms of another
   */
  private static DnsRecord dnsRecord(
      DomainName name, List<SourceIp> addresses, boolean first, Lookup dns) {
    List<String> placeholders = new ArrayList<>();
    List<String> terms = addresses.stream().map(OwnSpf::term).toList();
    if (terms.isEmpty()) {
      terms = List.of("ip4:" + RANGE);
      placeholders.add(RANGE);
    }
    SpfLookup there = SpfLookup.of(name, dns);
    Optional<SpfRecord> record = there.record().filter(r -> r.faults().isEmpty());
    if (record.isPresent()) {
      String text = SpfAddition.of(record.get(), terms);
      return new DnsRecord(name + ". TXT " + TxtStrings.of(text), placeholders);
    }
    boolean alone = first || there.answer() instanceof Answer.Absent;
    if (!alone) {
      placeholders.add(REST);
    }
    String text = "v=spf1 " + String.join(" ", terms) + " " + (alone ? "~all" : REST);
    return new DnsRecord(name + ". TXT " + TxtStrings.of(text), placeholders);
  }
}

package dmarcreports.analysis.remedy;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The SPF records of our own names. */
final class OwnSpf {
  private static final int MOST_ADDRESSES = 10;

  /** No string of a TXT record is longer; receivers join the strings without a blank. */
  private static final int MOST_CHARACTERS = 255;

  private static final String REST = "REST-OF-PRESENT-RECORD";
  private static final String LIMITS =
      "Keep to one SPF record for a name and to ten terms that look something up (include, a, mx,"
          + " ptr, exists, redirect), those inside includes counted; ip4 and ip6 look up nothing.";

  private OwnSpf() {}

  static RemedyDraft authorize(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    List<SourceIp> addresses = List.copyOf(situation.addresses());
    draft.needs(
        "The servers at these addresses are yours, and only you send through them: whoever sends"
            + " through a listed server passes as you.");
    strictNames(situation, draft);
    draft.assumes(
        "All of these addresses are yours; addresses that others use go on failing. Mail that"
            + " somebody forwards goes on failing SPF: only a DKIM signature repairs that.");
    draft.step(
        "Decide for each address whether it is a server of yours: "
            + RemedyDraft.list(addresses, MOST_ADDRESSES)
            + ".");
    boolean many = addresses.size() > MOST_ADDRESSES;
    draft.stepIf(
        many,
        "These are more than "
            + MOST_ADDRESSES
            + " addresses: list the ranges that your servers really have, no wider; ADDRESS-RANGE"
            + " stands for them.");
    where(situation, draft);
    for (DomainName name : situation.spfDomains().stream().limit(RemedyDraft.NAMED).toList()) {
      draft.step(readPresent(name));
    }
    boolean none = situation.spfCauses().contains(Cause.OWN_NONE);
    boolean listed =
        situation.spfCauses().contains(Cause.OWN_FAIL)
            || situation.spfCauses().contains(Cause.OWN_SOFTFAIL)
            || situation.spfCauses().contains(Cause.OWN_NEUTRAL);
    draft.step(
        none && !listed
            ? "Receivers find no SPF record there: publish one. It has to list every server that"
                + " sends under that name, not only these."
            : "Put the new terms before the all of the present record, which "
                + REST
                + " stands for"
                + (none ? "; where there is none yet, end the new one in ~all." : "."));
    draft.step(LIMITS);
    draft.step("Sign with DKIM there too: a signature survives forwarding, SPF does not.");
    String rest = none && !listed ? "~all" : REST;
    for (DomainName name : situation.spfDomains().stream().limit(RemedyDraft.NAMED).toList()) {
      draft.dns(dnsRecord(name, terms(addresses, many), rest));
    }
    return draft;
  }

  static RemedyDraft repair(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    draft.needs("You can change the SPF record of the name in the return path.");
    strictNames(situation, draft);
    draft.assumes(
        "The repaired record lists the servers that send this mail. Until then every sender with"
            + " that return path fails, the right ones too.");
    where(situation, draft);
    for (DomainName name : situation.spfDomains().stream().limit(RemedyDraft.NAMED).toList()) {
      draft.step(readPresent(name));
      draft.dns(name + ". TXT \"v=spf1 YOUR-SENDERS ~all\"");
    }
    draft.step("Have one record that begins with v=spf1: two or more make SPF fail for everybody.");
    draft.step(
        "Count the terms that look something up (include, a, mx, ptr, exists, redirect), those"
            + " inside includes too: at most ten. Take out services that you no longer use, and"
            + " those whose mail has a return path of their own: they do not need it. Write"
            + " addresses as ip4 or ip6 in place of a and mx.");
    draft.step("Have at most two look-ups that find nothing: take out names that no longer exist.");
    draft.step(
        "Check the spelling: ip4: and ip6: before addresses, include: before names, blanks between"
            + " the terms, one all and it last. YOUR-SENDERS stands for your terms.");
    return draft;
  }

  private static String readPresent(DomainName name) {
    return "Read the present record: dig +short TXT " + name;
  }

  private static void where(Situation situation, RemedyDraft draft) {
    draft.step(
        situation.spfDomains().isEmpty()
            ? "Find the name in the return path of this mail (header Return-Path), which the reports"
                + " do not show: SPF is checked there."
            : "The record that counts is that of the name in the return path: "
                + RemedyDraft.list(situation.spfDomains())
                + ". Terms in the record of any other name change nothing for this mail.");
  }

  private static void strictNames(Situation situation, RemedyDraft draft) {
    List<DomainName> unaligned =
        situation.spfDomains().stream()
            .filter(s -> !situation.authorDomains().contains(s))
            .toList();
    draft.needsIf(
        situation.policy().spfMode() == AlignmentMode.STRICT && !unaligned.isEmpty(),
        "The DMARC record says aspf=s: a pass for "
            + RemedyDraft.list(unaligned)
            + " counts only for mail written as exactly that name.");
  }

  private static List<String> terms(List<SourceIp> addresses, boolean many) {
    return many || addresses.isEmpty()
        ? List.of("ip4:ADDRESS-RANGE")
        : addresses.stream().map(a -> (a.text().contains(":") ? "ip6:" : "ip4:") + a).toList();
  }

  private static String dnsRecord(DomainName name, List<String> terms, String rest) {
    List<String> strings = new ArrayList<>();
    StringBuilder string = new StringBuilder("v=spf1 ");
    for (String term : terms) {
      if (string.length() + term.length() + 1 > MOST_CHARACTERS) {
        strings.add(string.toString());
        string.setLength(0);
      }
      string.append(term).append(' ');
    }
    strings.add(string + rest);
    return name
        + ". TXT "
        + strings.stream().map(s -> '"' + s + '"').collect(Collectors.joining(" "));
  }
}

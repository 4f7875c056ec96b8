package dmarcreports.output.wording;

import dmarcreports.analysis.lookup.ShownInDns;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.saying.Saying;
import java.util.List;

/** What is said of the records that an action publishes. */
public final class HowWords {
  private HowWords() {}

  /** With the words in the records that stand for what the reports do not show. */
  public static Saying publish(List<DnsRecord> records) {
    List<String> words =
        records.stream()
            .flatMap(dnsRecord -> dnsRecord.placeholders().stream())
            .distinct()
            .toList();
    return words.isEmpty()
        ? HowPhrase.PUBLISH.of()
        : HowPhrase.PUBLISH_WITH.of(Numbers.series(words), words.size());
  }

  public static Saying shown(ShownInDns dns) {
    return switch (dns.state()) {
      case PRESENT -> HowPhrase.IN_DNS.of(dns.since().orElseThrow(), dns.day());
      case ABSENT -> HowPhrase.NOT_IN_DNS.of(dns.day());
      case DIFFERENT -> HowPhrase.OTHERWISE_IN_DNS.of(dns.day());
      case UNKNOWN -> HowPhrase.UNTOLD_IN_DNS.of(dns.day());
    };
  }
}

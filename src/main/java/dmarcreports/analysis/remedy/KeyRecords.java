package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.DkimKey;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.stream.Stream;

/** What to publish where receivers look for the key of a signature. */
public final class KeyRecords {
  private static final String ZONE = "SIGNING-HOSTED-ZONE";
  private static final String PUBLIC_KEY = "PUBLIC-KEY";
  private static final String FROM_THE_CONSOLE = "FROM-THE-CONSOLE";
  private static final List<String> TOKENS = List.of("TOKEN1", "TOKEN2", "TOKEN3");

  private KeyRecords() {}

  /** The key itself, or for a token of Easy DKIM where it is. */
  public static DnsRecord of(DkimKey key) {
    return key.isEasyDkim()
        ? record(key, " CNAME " + key.selector().orElseThrow() + "." + ZONE + ".", ZONE)
        : record(key, " TXT \"v=DKIM1; k=rsa; p=" + PUBLIC_KEY + "\"", PUBLIC_KEY);
  }

  /** What only the service shows that signs. */
  static DnsRecord ofService(DkimKey key, boolean alias) {
    return record(
        key,
        alias ? " CNAME " + FROM_THE_CONSOLE + "." : " TXT \"" + FROM_THE_CONSOLE + "\"",
        FROM_THE_CONSOLE);
  }

  /** The three records of Easy DKIM, where its tokens are not known. */
  static List<DnsRecord> threeTokens(DomainName domain) {
    return TOKENS.stream()
        .map(
            token ->
                DnsRecord.of(
                    DkimKey.name(token, domain) + ". CNAME " + token + "." + ZONE + ".",
                    token,
                    ZONE))
        .toList();
  }

  private static DnsRecord record(DkimKey key, String content, String placeholder) {
    Stream<String> selector = key.isNamed() ? Stream.empty() : Stream.of(DkimKey.SELECTOR);
    return new DnsRecord(
        key.name() + "." + content, Stream.concat(selector, Stream.of(placeholder)).toList());
  }
}

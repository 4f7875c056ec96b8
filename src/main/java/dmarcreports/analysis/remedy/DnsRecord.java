package dmarcreports.analysis.remedy;

import java.util.Arrays;
import java.util.List;

/**
 * A record to publish.
 *
 * @param text in master-file form
 * @param placeholders the words in it that stand for the owner's own values, each once, in order
 */
public record DnsRecord(String text, List<String> placeholders) {

  /** Keeps its own copy of the list. */
  public DnsRecord {
    placeholders = List.copyOf(placeholders);
  }

  static DnsRecord of(String text, String... placeholders) {
    return new DnsRecord(text, Arrays.asList(placeholders));
  }
}

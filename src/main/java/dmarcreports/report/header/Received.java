package dmarcreports.report.header;

import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import dmarcreports.report.header.Segments.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One hop of the way, as the host that took the mail in tells it (RFC 5321, 4.4). Below the first
 * host that is not one's own, anybody can have written it.
 *
 * @param helo what the client called itself
 * @param address of the client, as the host saw it
 * @param by the host; empty where what it calls itself is no domain
 * @param protocol such as {@code ESMTPS}
 * @param at when
 */
public record Received(
    Optional<String> helo,
    Optional<SourceIp> address,
    Optional<DomainName> by,
    Optional<String> protocol,
    Optional<Instant> at) {

  /** Reads the body of a field. */
  public static Received parse(String body) {
    List<Segment> segments = Segments.of(body);
    List<String> words = List.of(segments.get(0).text().split("\\s+"));
    int by = place(words, "by");
    List<String> client = words.subList(0, by < 0 ? words.size() : by);
    Segment last = segments.get(segments.size() - 1);
    return new Received(
        after(client, "from"),
        address(client, segments.get(0).comments()),
        after(words, "by").flatMap(DomainName::parse).filter(Received::isOfNetwork),
        after(words, "with"),
        segments.size() < 2 ? Optional.empty() : MailDate.parse(last.text()));
  }

  /** A name without a dot is a machine's own, which tells nobody who runs it. */
  private static boolean isOfNetwork(DomainName name) {
    return name.text().indexOf('.') > 0;
  }

  private static int place(List<String> words, String word) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).toLowerCase(Locale.ROOT).equals(word)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> after(List<String> words, String word) {
    int at = place(words, word);
    return at < 0 || at + 1 >= words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  /** The address of the client stands in its comment, in brackets or not, or in its name. */
  private static Optional<SourceIp> address(List<String> client, List<String> comments) {
    List<String> texts = new ArrayList<>();
    if (!comments.isEmpty() && !client.isEmpty()) {
      texts.add(comments.get(0));
    }
    texts.addAll(client);
    return texts.stream().flatMap(text -> Addresses.in(text).stream()).findFirst();
  }
}

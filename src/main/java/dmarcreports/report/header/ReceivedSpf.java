package dmarcreports.report.header;

import dmarcreports.report.SourceIp;
import dmarcreports.report.header.Pairs.Pair;
import dmarcreports.report.header.Segments.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server says of SPF in a Received-SPF field (RFC 7208, 9.1).
 *
 * @param word the result, in lower case
 * @param address of the client
 * @param envelopeFrom the sender of the envelope
 * @param receiver the server
 * @param comments in its words
 */
public record ReceivedSpf(
    String word,
    Optional<SourceIp> address,
    Optional<String> envelopeFrom,
    Optional<String> receiver,
    List<String> comments) {
  /** Keeps its own copy of the list. */
  public ReceivedSpf {
    comments = List.copyOf(comments);
  }

  /** Reads the body of a field. */
  public static ReceivedSpf parse(String body) {
    List<Pair> pairs = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    for (Segment segment : Segments.of(body)) {
      pairs.addAll(Pairs.of(segment.text()));
      comments.addAll(segment.comments());
    }
    String word = pairs.isEmpty() ? "" : pairs.get(0).value().toLowerCase(Locale.ROOT);
    return new ReceivedSpf(
        word,
        value(pairs, "client-ip").flatMap(SourceIp::parse),
        value(pairs, "envelope-from"),
        value(pairs, "receiver"),
        comments);
  }

  private static Optional<String> value(List<Pair> pairs, String name) {
    return pairs.stream().filter(p -> p.name().equals(name)).map(Pair::value).findFirst();
  }
}

package dmarcreports.report.header;

import dmarcreports.report.SourceIp;
import dmarcreports.report.header.Pairs.Pair;
import dmarcreports.report.header.Segments.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one server says that it found, in an Authentication-Results field (RFC 8601, 2.2). Whoever
 * wrote the field wrote all of it.
 *
 * @param server the authserv-id; empty where the field has none, as Microsoft's have not
 * @param version of the format
 * @param results in their order; empty also where the field says {@code none}
 * @param more how many results were left out, beyond {@value #MOST_RESULTS}
 */
public record AuthenticationResults(
    Optional<String> server, Optional<String> version, List<Result> results, int more) {
  /** As many results of one field are read. */
  public static final int MOST_RESULTS = 200;

  private static final int MOST_PROPERTIES = 50;
  private static final Pattern METHOD =
      Pattern.compile("([A-Za-z0-9_-]+)\\s*(?:/\\s*([0-9]+)\\s*)?=");
  private static final String NONE = "none";

  /** Between ptype and property, where comments stood around it. */
  private static final String SPACED_DOT = "\\s+\\.\\s+";

  /** What some servers part with semicolons and belongs to the SPF result before it. */
  private static final Set<String> OF_SPF =
      Set.of("client-ip", "envelope-from", "helo", "receiver", "identity", "mechanism");

  /** Keeps its own copy of the list. */
  public AuthenticationResults {
    results = List.copyOf(results);
  }

  /**
   * The result of one check.
   *
   * @param method such as {@code dkim}, in lower case
   * @param word the result, in lower case
   * @param reason why, in the words of whoever checked
   * @param comments in the words of whoever checked
   */
  public record Result(
      String method,
      String word,
      Optional<String> reason,
      List<Property> properties,
      List<String> comments) {
    /** Keeps its own copies of the lists. */
    public Result {
      properties = List.copyOf(properties);
      comments = List.copyOf(comments);
    }

    /** The value of the first property of one of those names, such as {@code header.d}. */
    public Optional<String> property(String... names) {
      for (String name : names) {
        for (Property property : properties) {
          if (property.name().equals(name)) {
            return Optional.of(property.value());
          }
        }
      }
      return Optional.empty();
    }

    /** The address of a host that its comments name first. */
    public Optional<SourceIp> address() {
      return comments.stream().flatMap(comment -> Addresses.in(comment).stream()).findFirst();
    }

    /** Reason and comments. */
    public List<String> words() {
      List<String> words = new ArrayList<>(comments);
      reason.ifPresent(why -> words.add(0, why));
      return words;
    }
  }

  /**
   * What a result is about (RFC 8601, 2.7).
   *
   * @param name {@code ptype.property} in lower case; some write no {@code ptype}
   */
  public record Property(String name, String value) {}

  /** Reads the body of a field. */
  public static AuthenticationResults parse(String body) {
    List<Segment> segments = new ArrayList<>(Segments.of(body));
    Optional<String> server = Optional.empty();
    Optional<String> version = Optional.empty();
    if (!METHOD.matcher(segments.get(0).text()).lookingAt()) {
      String[] head = segments.remove(0).text().split("\\s+", 3);
      server = Optional.of(head[0].replace("\"", "")).filter(id -> !id.isEmpty());
      version = head.length > 1 ? Optional.of(head[1]) : Optional.empty();
      if (server.filter(NONE::equals).isPresent() && segments.isEmpty()) {
        server = Optional.empty();
      }
    }
    List<Result> results = new ArrayList<>();
    int more = 0;
    for (Segment segment : segments) {
      Matcher method = METHOD.matcher(segment.text());
      if (method.lookingAt()) {
        if (results.size() < MOST_RESULTS) {
          add(method, segment, results);
        } else {
          more++;
        }
      }
    }
    return new AuthenticationResults(server, version, results, more);
  }

  private static void add(Matcher method, Segment segment, List<Result> results) {
    String name = method.group(1).toLowerCase(Locale.ROOT);
    String rest = segment.text().substring(method.end()).replaceAll(SPACED_DOT, ".");
    List<Pair> pairs = Pairs.of(rest);
    String word = pairs.isEmpty() ? "" : pairs.get(0).value().toLowerCase(Locale.ROOT);
    if (OF_SPF.contains(name) && !results.isEmpty()) {
      Property property = new Property(name, pairs.isEmpty() ? "" : pairs.get(0).value());
      results.set(results.size() - 1, with(property, results.get(results.size() - 1)));
      return;
    }
    Optional<String> reason = Optional.empty();
    List<Property> properties = new ArrayList<>();
    for (Pair pair : pairs.subList(Math.min(1, pairs.size()), pairs.size())) {
      if (pair.name().equals("reason")) {
        reason = Optional.of(pair.value());
      } else if (!pair.name().isEmpty() && properties.size() < MOST_PROPERTIES) {
        properties.add(new Property(pair.name(), pair.value()));
      }
    }
    results.add(new Result(name, word, reason, properties, segment.comments()));
  }

  private static Result with(Property property, Result result) {
    List<Property> all = new ArrayList<>(result.properties());
    if (all.size() < MOST_PROPERTIES) {
      all.add(property);
    }
    return new Result(result.method(), result.word(), result.reason(), all, result.comments());
  }
}

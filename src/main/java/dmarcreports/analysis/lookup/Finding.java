package dmarcreports.analysis.lookup;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was looked up for one purpose.
 *
 * @param name whose record it is, such as {@code s1._domainkey.example.com}
 * @param asked in the order in which it was asked
 * @param tree how records lead from one to the next, a line each, indented, with the number of
 *     look-ups below; empty where they do not
 * @param remarks what it means, at least one
 */
public record Finding(
    Topic topic, String name, List<Asked> asked, List<String> tree, List<Remark> remarks) {
  /** Keeps its own copies of the lists. */
  public Finding {
    asked = List.copyOf(asked);
    tree = List.copyOf(tree);
    remarks = List.copyOf(remarks);
    if (remarks.isEmpty()) {
      throw new IllegalArgumentException("nothing to say of " + topic + " " + name);
    }
  }

  /** One whose records lead nowhere. */
  static Finding of(Topic topic, String name, List<Asked> asked, List<Remark> remarks) {
    return new Finding(topic, name, asked, List.of(), remarks);
  }

  /** The same with more to say. */
  Finding with(Remark more) {
    return new Finding(
        topic, name, asked, tree, Stream.concat(remarks.stream(), Stream.of(more)).toList());
  }

  /** The same of a name whose owner does not read this. */
  Finding ofAStranger() {
    return new Finding(
        topic, name, asked, tree, remarks.stream().map(Remark::ofAStranger).toList());
  }

  /** That of the weightiest remark. */
  public Severity severity() {
    return remarks.stream()
        .map(Remark::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.OK);
  }
}

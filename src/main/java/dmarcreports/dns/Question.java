package dmarcreports.dns;

import dmarcreports.report.DomainName;
import java.util.Comparator;

/**
 * What DNS is asked.
 *
 * @param name whose records are wanted, such as {@code _dmarc.example.com}
 * @param type which of them
 */
public record Question(DomainName name, RecordType type) implements Comparable<Question> {
  private static final Comparator<Question> ORDER =
      Comparator.comparing(Question::name).thenComparing(Question::type);

  /** The text records of a name. */
  public static Question txt(DomainName name) {
    return new Question(name, RecordType.TXT);
  }

  @Override
  public int compareTo(Question other) {
    return ORDER.compare(this, other);
  }

  /** As in {@code dig}: the name with its trailing dot, then the type. */
  @Override
  public String toString() {
    return name + ". " + type;
  }
}

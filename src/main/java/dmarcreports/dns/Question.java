package dmarcreports.dns;

import dmarcreports.report.DomainName;
import java.util.Comparator;

/**
 * What DNS is asked.
 *
 * @param name whose records are wanted, such as {@code _dmarc.example.com}
 * @param type which of them
 */
public record Question(DnsName name, RecordType type) implements Comparable<Question> {
  private static final Comparator<Question> ORDER =
      Comparator.comparing(Question::name).thenComparing(Question::type);

  /** Records of a domain. */
  public static Question of(DomainName name, RecordType type) {
    return new Question(DnsName.of(name), type);
  }

  /** The text records of a domain. */
  public static Question txt(DomainName name) {
    return of(name, RecordType.TXT);
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

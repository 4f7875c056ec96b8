package dmarcreports.dns;

import dmarcreports.report.SourceIp;
import java.util.Comparator;
import java.util.List;

/**
 * A record as DNS has it.
 *
 * @param owner whose record it is, spelled as a {@link DnsName}
 * @param data what it says
 */
public record ResourceRecord(String owner, Data data) implements Comparable<ResourceRecord> {
  private static final Comparator<ResourceRecord> ORDER =
      Comparator.comparing(ResourceRecord::toString);

  /** What a record says; each prints as in a master file (RFC 1035, 5.1). */
  public sealed interface Data {
    /** Its type. */
    RecordType type();
  }

  /**
   * Text.
   *
   * @param strings the character-strings of the record, each of at most 255 bytes; a byte is a char
   *     of ISO 8859-1
   */
  public record Text(List<String> strings) implements Data {
    private static final int FIRST_PRINTED = ' ';
    private static final int LAST_PRINTED = '~';

    /** Keeps its own copy of the list. */
    public Text {
      strings = List.copyOf(strings);
    }

    /** Its strings, joined without a blank (RFC 7208, 3.3; RFC 6376, 3.6.2.2). */
    public String joined() {
      return String.join("", strings);
    }

    @Override
    public RecordType type() {
      return RecordType.TXT;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (String string : strings) {
        text.append(text.isEmpty() ? "\"" : " \"");
        string.chars().forEach(c -> append(text, (char) c));
        text.append('"');
      }
      return text.toString();
    }

    private static void append(StringBuilder text, char c) {
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < FIRST_PRINTED || c > LAST_PRINTED) {
        text.append('\\').append((char) ('0' + c / 100 % 10));
        text.append((char) ('0' + c / 10 % 10)).append((char) ('0' + c % 10));
      } else {
        text.append(c);
      }
    }
  }

  /**
   * A name that stands for another, a server of a zone, or the name of an address.
   *
   * @param target spelled as a {@link DnsName}; empty for the root
   */
  public record Pointer(RecordType type, String target) implements Data {
    @Override
    public String toString() {
      return target + ".";
    }
  }

  /**
   * Where mail is received.
   *
   * @param exchange spelled as a {@link DnsName}; empty for the root: no mail is received (RFC
   *     7505)
   */
  public record MailExchange(int preference, String exchange) implements Data {
    @Override
    public RecordType type() {
      return RecordType.MX;
    }

    @Override
    public String toString() {
      return preference + " " + exchange + ".";
    }
  }

  /** An address. */
  public record Address(SourceIp ip) implements Data {
    @Override
    public RecordType type() {
      return ip.isV4() ? RecordType.A : RecordType.AAAA;
    }

    @Override
    public String toString() {
      return ip.text();
    }
  }

  @Override
  public int compareTo(ResourceRecord other) {
    return ORDER.compare(this, other);
  }

  /**
   * As in a master file: {@code bounce.example.com. MX 10 feedback-smtp.eu-west-1.amazonses.com.}
   */
  @Override
  public String toString() {
    return owner + ". " + data.type() + " " + data;
  }
}

package dmarcreports.dns;

import dmarcreports.dns.ResourceRecord.Text;
import java.util.List;

/**
 * What came of a question. That something is not there and that it cannot be told are two different
 * things, and nothing is ever concluded from the second.
 */
public sealed interface Answer {
  /** The records that were found; none where none were. */
  default List<ResourceRecord> found() {
    return List.of();
  }

  /** The aliases that were followed, in order. */
  default List<ResourceRecord> aliases() {
    return List.of();
  }

  /** The texts that were found, each with its strings joined. */
  default List<String> texts() {
    return found().stream()
        .filter(r -> r.data() instanceof Text)
        .map(r -> ((Text) r.data()).joined())
        .toList();
  }

  /**
   * Records of the wanted type are there.
   *
   * @param aliases the CNAME records on the way to them, in the order in which they were followed
   * @param records those of the wanted type, sorted; at least one
   */
  record Found(List<ResourceRecord> aliases, List<ResourceRecord> records) implements Answer {
    /** Keeps its own copies, sorted. */
    public Found {
      aliases = List.copyOf(aliases);
      records = records.stream().sorted().toList();
      if (records.isEmpty()) {
        throw new IllegalArgumentException("found nothing");
      }
    }

    @Override
    public List<ResourceRecord> found() {
      return records;
    }
  }

  /**
   * Nothing of the wanted type is there, and that is certain.
   *
   * @param kind whether the name itself is there
   * @param aliases the CNAME records on the way to the name that is not there
   */
  record Absent(Absence kind, List<ResourceRecord> aliases) implements Answer {
    /** Keeps its own copy of the list. */
    public Absent {
      aliases = List.copyOf(aliases);
    }
  }

  /**
   * It cannot be told.
   *
   * @param kind why
   * @param server which server was asked last, as it was named
   */
  record Failed(Failure kind, String server) implements Answer {}

  /** What is certainly not there. */
  enum Absence {
    /** NXDOMAIN: there is no such name (RFC 8020). */
    NAME,
    /** NOERROR without records: the name is there, not with records of this type (RFC 2308). */
    DATA
  }

  /** Why nothing can be told. */
  enum Failure {
    /** The server says that it failed (rcode 2). */
    SERVFAIL,
    /** The server does not answer us (rcode 5). */
    REFUSED,
    /** No server answered in time. */
    TIMEOUT,
    /** What came was cut, and the whole could not be had over TCP either. */
    TRUNCATED,
    /** The server is not responsible for the name and knows nobody who is. */
    LAME,
    /** Aliases that lead in a circle, or through too many names. */
    ALIASES,
    /** What came is no answer to the question, or cannot be read. */
    MALFORMED,
    /** No server could be reached at all. */
    UNREACHABLE,
    /** It was not asked: as many questions were as one run may ask. */
    NOT_ASKED
  }
}

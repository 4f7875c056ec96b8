package dmarcreports.dns.live;

import dmarcreports.dns.Answer.Failure;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What a server says, as far as it is about a name that was asked for. */
record Reply(Message message) {

  /** Why it tells nothing, whatever is in it; empty where it tells something. */
  Optional<Failure> failure() {
    if (!message.getHeader().getFlag(Flags.QR)) {
      return Optional.of(Failure.MALFORMED);
    }
    return switch (message.getRcode()) {
      case Rcode.NOERROR -> Optional.empty();
      case Rcode.NXDOMAIN -> isCompetent() ? Optional.empty() : Optional.of(Failure.LAME);
      case Rcode.SERVFAIL -> Optional.of(Failure.SERVFAIL);
      case Rcode.REFUSED -> Optional.of(Failure.REFUSED);
      case Rcode.NOTAUTH -> Optional.of(Failure.LAME);
      default -> Optional.of(Failure.MALFORMED);
    };
  }

  /** Those of a name that are of a type. */
  List<Record> records(Name name, int type) {
    return message.getSection(Section.ANSWER).stream()
        .filter(r -> r.getType() == type && r.getDClass() == DClass.IN)
        .filter(r -> r.getName().equals(name))
        .toList();
  }

  /**
   * What a name is an alias of; empty where it is none. More than one is a lie (RFC 2181, 10.1).
   */
  List<CNAMERecord> aliases(Name name) {
    return records(name, Type.CNAME).stream().map(CNAMERecord.class::cast).toList();
  }

  boolean saysThatThereIsNoName() {
    return message.getRcode() == Rcode.NXDOMAIN;
  }

  /** Whether it says of a name that it is there, without what was asked for (RFC 2308, 2.2). */
  boolean saysThatThereIsNoData(Name name) {
    return message.getSection(Section.AUTHORITY).stream()
        .anyMatch(r -> r.getType() == Type.SOA && name.subdomain(r.getName()));
  }

  /** Why an answer without a word about the name tells nothing; empty where it means no data. */
  Optional<Failure> emptiness() {
    if (!message.getSection(Section.ANSWER).isEmpty()) {
      return Optional.of(Failure.MALFORMED);
    }
    boolean refersToOthers =
        message.getSection(Section.AUTHORITY).stream().anyMatch(r -> r.getType() == Type.NS);
    return refersToOthers || !isCompetent() ? Optional.of(Failure.LAME) : Optional.empty();
  }

  /** Whether it is responsible for the name, or asks those who are. */
  private boolean isCompetent() {
    return message.getHeader().getFlag(Flags.AA) || message.getHeader().getFlag(Flags.RA);
  }
}

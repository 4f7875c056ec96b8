package dmarcreports.dns;

import dmarcreports.dns.ResourceRecord.Address;
import dmarcreports.dns.ResourceRecord.Pointer;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.List;
import java.util.Optional;

/**
 * What an address is called. Whoever has the address can call it anything; a name counts where it
 * leads back to the address, so that whoever has the name says so too.
 */
public final class ConfirmedName {
  /** So many names of one address are followed, the first in the alphabet. */
  static final int MOST_NAMES = 5;

  private ConfirmedName() {}

  /**
   * The first name, in the alphabet, that leads back; empty where none does, or where it cannot be
   * told. A name that mail could not have, such as one with escapes in it, is none.
   */
  public static Optional<DomainName> of(SourceIp ip, Lookup lookup) {
    RecordType type = ip.isV4() ? RecordType.A : RecordType.AAAA;
    return names(lookup.answer(new Question(DnsName.reverse(ip), RecordType.PTR))).stream()
        .filter(name -> leadsTo(ip, lookup.answer(Question.of(name, type))))
        .findFirst();
  }

  private static List<DomainName> names(Answer answer) {
    return answer.found().stream()
        .map(ResourceRecord::data)
        .filter(Pointer.class::isInstance)
        .flatMap(data -> DomainName.parse(((Pointer) data).target()).stream())
        .sorted()
        .distinct()
        .limit(MOST_NAMES)
        .toList();
  }

  private static boolean leadsTo(SourceIp ip, Answer answer) {
    return answer.found().stream().anyMatch(r -> r.data().equals(new Address(ip)));
  }
}

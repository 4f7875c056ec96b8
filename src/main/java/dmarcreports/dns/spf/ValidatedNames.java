package dmarcreports.dns.spf;

import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord;
import dmarcreports.dns.ResourceRecord.Address;
import dmarcreports.dns.ResourceRecord.Pointer;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names of a client that lead back to it (RFC 7208, 5.5). */
final class ValidatedNames {
  private static final String UNKNOWN = "unknown";

  private final SourceIp ip;
  private final SpfBudget budget;
  private Optional<List<String>> uncounted = Optional.empty();

  ValidatedNames(SourceIp ip, SpfBudget budget) {
    this.ip = ip;
    this.budget = budget;
  }

  /** All of them, asked for and counted. */
  List<String> counted() {
    return validated(budget.ask(DnsName.reverse(ip), RecordType.PTR));
  }

  /** The one that the macro {@code p} stands for (RFC 7208, 7.3). */
  String of(String domain) {
    if (uncounted.isEmpty()) {
      uncounted = Optional.of(validated(budget.askUncounted(DnsName.reverse(ip), RecordType.PTR)));
    }
    List<String> names = uncounted.get();
    String wanted = domain.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(wanted::equals)
        .findFirst()
        .or(() -> names.stream().filter(n -> n.endsWith("." + wanted)).findFirst())
        .or(() -> names.stream().findFirst())
        .orElse(UNKNOWN);
  }

  private List<String> validated(Answer pointers) {
    List<String> names = new ArrayList<>();
    pointers.found().stream()
        .limit(SpfLimits.MAX_NAMES)
        .filter(r -> r.data() instanceof Pointer)
        .map(r -> ((Pointer) r.data()).target())
        .filter(this::leadsBack)
        .forEach(names::add);
    return names;
  }

  private boolean leadsBack(String name) {
    RecordType type = ip.isV4() ? RecordType.A : RecordType.AAAA;
    return DnsName.parse(name).stream()
        .flatMap(n -> budget.askUncounted(n, type).found().stream())
        .map(ResourceRecord::data)
        .anyMatch(data -> data instanceof Address address && address.ip().equals(ip));
  }
}

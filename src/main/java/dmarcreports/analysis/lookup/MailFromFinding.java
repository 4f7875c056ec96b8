package dmarcreports.analysis.lookup;

import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.ResourceRecord;
import dmarcreports.dns.ses.CustomMailFrom;
import dmarcreports.dns.ses.CustomMailFrom.MailFromFault;
import dmarcreports.dns.spf.SpfRecord;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** A custom MAIL FROM domain as Amazon SES wants it, and what it does about one that is not. */
final class MailFromFinding {
  private static final String REGION = "REGION";

  private final CustomMailFrom found;
  private final SortedSet<String> seenRegions;

  private MailFromFinding(CustomMailFrom found, SortedSet<String> seenRegions) {
    this.found = found;
    this.seenRegions = seenRegions;
  }

  /** Empty where neither the reports nor DNS show that the name is meant to be one. */
  static Optional<Finding> of(DomainName name, SeenMail seen, Lookup lookup) {
    Asking asking = new Asking(lookup);
    CustomMailFrom found = CustomMailFrom.of(name, seen.regions(), asking);
    if (!found.isMeant() && !seen.path(name).throughSes()) {
      return Optional.empty();
    }
    List<Remark> remarks = new MailFromFinding(found, seen.regions()).remarks();
    return Optional.of(Finding.of(Topic.MAIL_FROM, name.text(), asking.asked(), remarks));
  }

  private List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    found.faults().stream().sorted().forEach(fault -> remarks.add(remark(fault)));
    boolean working = found.faults().stream().allMatch(f -> f == MailFromFault.MX_OTHER_REGION);
    if (working) {
      remarks.add(Remark.of(MailFromRemark.GOOD, Names.of(Names.Joint.AND, found.regions())));
    } else if (remarks.stream().anyMatch(r -> r.severity() == Severity.ATTENTION)) {
      remarks.add(Remark.of(MailFromRemark.FALLS_BACK).advising(MailFromAdvice.START_AGAIN.of()));
    }
    return remarks;
  }

  private Remark remark(MailFromFault fault) {
    DomainName name = found.name();
    return switch (fault) {
      case ALIAS ->
          Remark.of(MailFromRemark.ALIAS, name).advising(MailFromAdvice.REMOVE_ALIAS.of(), mx());
      case MX_UNTOLD -> Remark.of(MailFromRemark.MX_UNTOLD, failure(found.mx()));
      case MX_MISSING ->
          Remark.of(MailFromRemark.MX_MISSING, name).advising(MailFromAdvice.PUBLISH_MX.of(), mx());
      case MX_NULL ->
          Remark.of(MailFromRemark.MX_NULL, name).advising(MailFromAdvice.KEEP_ONE_MX.of(), mx());
      case MX_SEVERAL ->
          Remark.of(MailFromRemark.MX_SEVERAL, name, found.mx().found().size())
              .advising(MailFromAdvice.KEEP_ONE_MX.of(), mx());
      case MX_ELSEWHERE ->
          Remark.of(MailFromRemark.MX_ELSEWHERE, name, exchanges())
              .advising(MailFromAdvice.KEEP_ONE_MX.of(), mx());
      case MX_OTHER_REGION -> otherRegion();
      case SPF_UNTOLD -> Remark.of(MailFromRemark.SPF_UNTOLD, failure(found.spf().answer()));
      case SPF_MISSING ->
          Remark.of(MailFromRemark.SPF_MISSING, name)
              .advising(MailFromAdvice.PUBLISH_SPF.of(), spf());
      case SPF_SEVERAL ->
          Remark.of(MailFromRemark.SPF_SEVERAL, name, found.spf().records().size())
              .advising(MailFromAdvice.KEEP_ONE_SPF.of(), spf());
      case SPF_BROKEN ->
          Remark.of(MailFromRemark.SPF_BROKEN, name)
              .advising(MailFromAdvice.CORRECT_SPF.of(), spf());
      case SPF_WITHOUT_SES ->
          Remark.of(MailFromRemark.SPF_WITHOUT_SES, name)
              .advising(MailFromAdvice.ADD_SES.of(), spfWithSes());
    };
  }

  /** One MX serves all regions; the setting is of each of them. */
  private Remark otherRegion() {
    Names seen = Names.of(Names.Joint.SERIES, seenRegions);
    return Remark.of(MailFromRemark.MX_OTHER_REGION, found.regions().get(0), seen)
        .advising(MailFromAdvice.SET_THERE_TOO.of(seen));
  }

  private String exchanges() {
    return found.mx().found().stream()
        .map(ResourceRecord::data)
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private DnsRecord mx() {
    Optional<String> region =
        found.regions().size() == 1
            ? found.regions().stream().findFirst()
            : Optional.of(seenRegions)
                .filter(seen -> found.regions().isEmpty() && seen.size() == 1)
                .map(SortedSet::first);
    return new DnsRecord(
        found.name() + ". MX 10 feedback-smtp." + region.orElse(REGION) + ".amazonses.com.",
        region.isPresent() ? List.of() : List.of(REGION));
  }

  private DnsRecord spf() {
    return record("v=spf1 include:" + CustomMailFrom.INCLUDED + " ~all");
  }

  /** The record that is there, with Amazon SES before what ends it. */
  private DnsRecord spfWithSes() {
    return found.spf().record().map(SpfRecord::text).map(this::withSes).orElseGet(this::spf);
  }

  private DnsRecord withSes(String text) {
    int version = text.indexOf(' ');
    String rest = version < 0 ? "" : text.substring(version);
    return record("v=spf1 include:" + CustomMailFrom.INCLUDED + rest);
  }

  private DnsRecord record(String text) {
    return new DnsRecord(found.name() + ". TXT " + Quoted.text(text), List.of());
  }

  private static Saying failure(Answer answer) {
    return FailurePhrase.of(
        answer instanceof Answer.Failed failed ? failed.kind() : Answer.Failure.MALFORMED);
  }
}

package dmarcreports.xml;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AuthResults;
import dmarcreports.report.Deviation;
import dmarcreports.report.Deviation.Code;
import dmarcreports.report.Disposition;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyEvaluated.Reason;
import dmarcreports.report.PolicyEvaluated.Verdict;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.SourceIp;
import dmarcreports.report.UnreadableReport;
import dmarcreports.xml.bound.AuthResultsType;
import dmarcreports.xml.bound.DkimAuthResultType;
import dmarcreports.xml.bound.IdentifiersType;
import dmarcreports.xml.bound.PolicyEvaluatedType;
import dmarcreports.xml.bound.ReasonType;
import dmarcreports.xml.bound.RecordType;
import dmarcreports.xml.bound.RowType;
import dmarcreports.xml.bound.SpfAuthResultType;
import jakarta.xml.bind.JAXBElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One bound {@code record} to an {@link AggregateRecord}. */
final class RecordTranslator {
  private static final String VERDICT = "row/policy_evaluated/";
  private static final String DKIM = "auth_results/dkim";
  private static final String SPF = "auth_results/spf";
  private static final Set<String> NULL_SENDER = Set.of("", "<>");
  private static final PolicyEvaluatedType NO_VERDICT = new PolicyEvaluatedType();
  private static final IdentifiersType NO_IDENTIFIERS = new IdentifiersType();
  private static final AuthResultsType NO_RESULTS = new AuthResultsType();

  private final PolicyPublished policy;
  private final List<Deviation> deviations = new ArrayList<>();
  private final ReportedText texts;

  RecordTranslator(PolicyPublished policy, ReportedDomains domains) {
    this.policy = policy;
    this.texts = new ReportedText(deviations, domains);
  }

  /**
   * The record; empty for a dummy whose row names no source and no messages.
   *
   * @param number its place in the report, from 1
   * @throws UnreadableReport where its messages cannot be counted
   */
  Optional<AggregateRecord> translate(RecordType record, long number) throws UnreadableReport {
    deviations.clear();
    Optional<RowType> found = texts.element(record.getRow(), "row");
    if (found.isEmpty()) {
      throw missing("row", number);
    }
    RowType row = found.get();
    Optional<String> reportedIp = texts.text(row.getSourceIp(), "row/source_ip");
    String count = count(row, number);
    if (reportedIp.isEmpty() && (count.isEmpty() || count.chars().allMatch(c -> c == '0'))) {
      return Optional.empty();
    }
    long messages = messages(count, number);
    Optional<SourceIp> sourceIp = sourceIp(reportedIp);
    Evidence evidence =
        new Evidence(
            policy,
            verdict(
                texts.element(row.getPolicyEvaluated(), "row/policy_evaluated").orElse(NO_VERDICT)),
            identifiers(record),
            results(texts.element(record.getAuthResults(), "auth_results").orElse(NO_RESULTS)),
            deviations);
    return Optional.of(new AggregateRecord(sourceIp, messages, evidence));
  }

  /** The record, of which all but the policy is translated. */
  AggregateRecord translate(KnownRecord known) {
    Evidence read = known.evidence();
    Evidence evidence =
        read.policy().equals(policy)
            ? read
            : new Evidence(
                policy,
                read.policyEvaluated(),
                read.identifiers(),
                read.authResults(),
                read.deviations());
    return new AggregateRecord(Optional.of(known.sourceIp()), known.messages(), evidence);
  }

  private String count(RowType row, long number) throws UnreadableReport {
    if (row.getCount().isEmpty()) {
      throw missing("count", number);
    }
    int noted = deviations.size();
    String count = texts.text(row.getCount(), "row/count").orElse("");
    if (deviations.size() > noted) {
      throw uncountable("two different counts", number);
    }
    return count;
  }

  private static long messages(String count, long number) throws UnreadableReport {
    boolean digits = !count.isEmpty();
    for (int i = 0; i < count.length(); i++) {
      digits &= count.charAt(i) >= '0' && count.charAt(i) <= '9';
    }
    if (!digits) {
      throw uncountable("count '" + count + "'", number);
    }
    try {
      return Long.parseLong(count);
    } catch (NumberFormatException tooLarge) {
      throw uncountable("count " + count, number);
    }
  }

  private static UnreadableReport missing(String element, long number) {
    return new UnreadableReport(
        UnreadableReport.Reason.MISSING_FIELD,
        "record "
            + number
            + " has no "
            + element
            + ", so its messages cannot be counted; ask the reporter to mend it");
  }

  private static UnreadableReport uncountable(String what, long number) {
    return new UnreadableReport(
        UnreadableReport.Reason.BAD_FIELD,
        "record "
            + number
            + ": "
            + what
            + " is no number of messages; ask the reporter to mend it");
  }

  private Optional<SourceIp> sourceIp(Optional<String> reported) {
    if (reported.isEmpty()) {
      texts.note(Code.NOT_A_VALUE, "row/source_ip", "");
      return Optional.empty();
    }
    Optional<SourceIp> ip = SourceIp.parse(reported.get());
    if (ip.isEmpty()) {
      texts.note(Code.NOT_A_VALUE, "row/source_ip", reported.get());
    } else if (isAdorned(reported.get())) {
      texts.note(Code.CLEANED, "row/source_ip", reported.get());
    }
    return ip;
  }

  /** Whether brackets, a zone or a port stand around an address. */
  private static boolean isAdorned(String address) {
    for (int i = 0; i < address.length(); i++) {
      if ("[]() %".indexOf(address.charAt(i)) >= 0) {
        return true;
      }
    }
    int dot = address.indexOf('.');
    return dot >= 0 && address.indexOf(':', dot) >= 0;
  }

  private PolicyEvaluated verdict(PolicyEvaluatedType bound) {
    Optional<Disposition> disposition =
        texts.word(bound.getDisposition(), VERDICT + "disposition", ReportedValues.DISPOSITION);
    Optional<Verdict> dkim = texts.word(bound.getDkim(), VERDICT + "dkim", ReportedValues.VERDICT);
    Optional<Verdict> spf = texts.word(bound.getSpf(), VERDICT + "spf", ReportedValues.VERDICT);
    List<Reason> reasons = new ArrayList<>();
    for (ReasonType reason : bound.getReason()) {
      reason(reason).ifPresent(reasons::add);
    }
    return new PolicyEvaluated(disposition, dkim, spf, reasons);
  }

  private Optional<Reason> reason(ReasonType bound) {
    List<String> types = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Object content : bound.getContent()) {
      if (content instanceof JAXBElement<?> element) {
        boolean isType = element.getName().getLocalPart().equals("type");
        (isType ? types : comments).add(String.valueOf(element.getValue()));
      } else {
        text.append(content);
      }
    }
    if (types.isEmpty() && !text.toString().isBlank()) {
      texts.note(Code.CLEANED, VERDICT + "reason", text.toString().strip());
      types.add(text.toString());
    }
    Optional<PolicyEvaluated.Override> type =
        texts.word(types, VERDICT + "reason/type", ReportedValues.OVERRIDE);
    if (type.isEmpty() && types.stream().anyMatch(word -> !word.isBlank())) {
      type = Optional.of(PolicyEvaluated.Override.OTHER);
    }
    Optional<String> comment = texts.text(comments, VERDICT + "reason/comment");
    if (type.isEmpty() && comment.isEmpty()) {
      texts.note(Code.LEFT_OUT, VERDICT + "reason", "");
      return Optional.empty();
    }
    return Optional.of(new Reason(type, comment));
  }

  private Identifiers identifiers(RecordType record) {
    List<IdentifiersType> all = record.getIdentifiers();
    if (!record.getIdentities().isEmpty()) {
      all = new ArrayList<>(all);
      texts.note(Code.RENAMED, "identifiers", "identities");
      all.addAll(record.getIdentities());
    }
    IdentifiersType bound = texts.element(all, "identifiers").orElse(NO_IDENTIFIERS);
    Optional<DomainName> headerFrom =
        texts.domain(bound.getHeaderFrom(), "identifiers/header_from");
    if (isBlank(bound.getHeaderFrom())) {
      texts.note(Code.ASSUMED, "identifiers/header_from", policy.domain().text());
      headerFrom = Optional.of(policy.domain());
    }
    boolean nullSender =
        !bound.getEnvelopeFrom().isEmpty()
            && NULL_SENDER.contains(bound.getEnvelopeFrom().get(0).strip());
    return new Identifiers(
        headerFrom,
        nullSender
            ? Optional.empty()
            : texts.domain(bound.getEnvelopeFrom(), "identifiers/envelope_from"),
        nullSender,
        texts.domain(bound.getEnvelopeTo(), "identifiers/envelope_to"));
  }

  private AuthResults results(AuthResultsType bound) {
    List<AuthResults.Dkim> dkim = new ArrayList<>();
    for (int i = 0; i < bound.getDkim().size(); i++) {
      DkimAuthResultType one = bound.getDkim().get(i);
      ReportedText in = texts.in(DKIM, i + 1);
      AuthResults.Dkim result =
          new AuthResults.Dkim(
              in.domain(one.getDomain(), "domain"),
              in.text(one.getSelector(), "selector"),
              in.word(one.getResult(), "result", ReportedValues.DKIM_RESULT),
              in.text(one.getHumanResult(), "human_result"));
      if (isBlank(one.getDomain()) && isBlank(one.getResult())) {
        in.note(Code.LEFT_OUT, "", String.join(" ", one.getSelector()).strip());
      } else {
        dkim.add(result);
      }
    }
    List<AuthResults.Spf> spf = new ArrayList<>();
    for (int i = 0; i < bound.getSpf().size(); i++) {
      SpfAuthResultType one = bound.getSpf().get(i);
      ReportedText in = texts.in(SPF, i + 1);
      AuthResults.Spf result =
          new AuthResults.Spf(
              in.domain(one.getDomain(), "domain"),
              in.word(one.getScope(), "scope", ReportedValues.SCOPE),
              in.word(one.getResult(), "result", ReportedValues.SPF_RESULT),
              in.text(one.getHumanResult(), "human_result"));
      if (isBlank(one.getDomain()) && isBlank(one.getResult())) {
        in.note(Code.LEFT_OUT, "", "");
      } else {
        spf.add(result);
      }
    }
    return new AuthResults(dkim, spf);
  }

  private static boolean isBlank(List<String> elements) {
    for (String element : elements) {
      if (!element.isBlank()) {
        return false;
      }
    }
    return true;
  }
}

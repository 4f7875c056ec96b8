package dmarcreports.xml;

import dmarcreports.report.AggregateReport;
import dmarcreports.report.DateRange;
import dmarcreports.report.Deviation;
import dmarcreports.report.Deviation.Code;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.ReportMetadata;
import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.xml.bound.DateRangeType;
import dmarcreports.xml.bound.PolicyPublishedType;
import dmarcreports.xml.bound.ReportMetadataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bound metadata and policy to an {@link AggregateReport}. */
final class HeadTranslator {
  private static final long LAST_SECOND = 253_402_300_799L;
  private static final long MILLISECONDS_FROM = 100_000_000_000L;
  private static final Duration LONG_WINDOW = Duration.ofDays(2);
  private static final String POLICY = "policy_published/";
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,9})?");
  private static final Pattern FILE_NAME =
      Pattern.compile("[^!/\\\\]+!([^!]+)!([0-9]{1,12})!([0-9]{1,12})(![^!]*)?");

  private final ReportedText texts;

  HeadTranslator(List<Deviation> deviations, ReportedDomains domains) {
    this.texts = new ReportedText(deviations, domains);
  }

  /**
   * @param fileName what the document is called: it supplies a window that the document lacks
   * @throws UnreadableReport where the policy's domain is missing, or any window
   */
  AggregateReport translate(
      ReportMetadataType metadata,
      PolicyPublishedType policy,
      List<String> versions,
      String fileName)
      throws UnreadableReport {
    PolicyPublished policyPublished = policy(policy);
    DateRangeType bound =
        texts
            .element(metadata.getDateRange(), "report_metadata/date_range")
            .orElse(new DateRangeType());
    Optional<Instant> begin = instant(bound.getBegin(), "report_metadata/date_range/begin");
    Optional<Instant> end = instant(bound.getEnd(), "report_metadata/date_range/end");
    Optional<DateRange> reported = Optional.empty();
    if (begin.isPresent() && end.isPresent()) {
      boolean reversed = end.get().isBefore(begin.get());
      DateRange range =
          reversed ? new DateRange(end.get(), begin.get()) : new DateRange(begin.get(), end.get());
      if (reversed || Duration.between(range.begin(), range.end()).compareTo(LONG_WINDOW) > 0) {
        texts.note(Code.WINDOW, "report_metadata/date_range", begin.get() + " to " + end.get());
      }
      reported = Optional.of(range);
    }
    DateRange window = reported.isPresent() ? reported.get() : fromFileName(fileName, bound);
    String reportId = texts.text(metadata.getReportId(), "report_metadata/report_id").orElse("");
    if (reportId.startsWith("<") && reportId.endsWith(">")) {
      reportId = reportId.substring(1, reportId.length() - 1).strip();
    }
    if (reportId.isEmpty()) {
      texts.note(Code.ASSUMED, "report_metadata/report_id", "");
    }
    Optional<String> email = texts.text(metadata.getEmail(), "report_metadata/email");
    Optional<String> orgName = texts.text(metadata.getOrgName(), "report_metadata/org_name");
    if (orgName.isEmpty()) {
      texts.note(Code.ASSUMED, "report_metadata/org_name", email.orElse(""));
    }
    return new AggregateReport(
        new ReportMetadata(
            orgName.orElse(""),
            email,
            texts.text(metadata.getExtraContactInfo(), "report_metadata/extra_contact_info"),
            reportId,
            reported,
            metadata.getError().stream().map(String::strip).filter(e -> !e.isEmpty()).toList(),
            texts.text(metadata.getGenerator(), "report_metadata/generator"),
            texts.text(versions, "version")),
        policyPublished,
        window);
  }

  private PolicyPublished policy(PolicyPublishedType bound) throws UnreadableReport {
    Optional<DomainName> domain = texts.domain(bound.getDomain(), POLICY + "domain");
    if (domain.isEmpty()) {
      boolean missing = bound.getDomain().stream().allMatch(String::isBlank);
      throw new UnreadableReport(
          missing ? Reason.MISSING_FIELD : Reason.BAD_FIELD,
          missing
              ? "policy_published names no domain"
              : "policy_published/domain '" + bound.getDomain().get(0).strip() + "' is no domain");
    }
    List<String> testing = new ArrayList<>(bound.getTesting());
    if (!bound.getT().isEmpty()) {
      texts.note(Code.RENAMED, POLICY + "testing", "t");
      testing.addAll(bound.getT());
    }
    return new PolicyPublished(
        domain.get(),
        texts.word(bound.getP(), POLICY + "p", ReportedValues.POLICY),
        texts.word(bound.getSp(), POLICY + "sp", ReportedValues.POLICY),
        texts.word(bound.getNp(), POLICY + "np", ReportedValues.POLICY),
        texts.word(bound.getAdkim(), POLICY + "adkim", ReportedValues.ALIGNMENT_MODE),
        texts.word(bound.getAspf(), POLICY + "aspf", ReportedValues.ALIGNMENT_MODE),
        pct(bound),
        texts.text(bound.getFo(), POLICY + "fo"),
        texts.word(testing, POLICY + "testing", ReportedValues.TESTING),
        texts.word(
            bound.getDiscoveryMethod(),
            POLICY + "discovery_method",
            ReportedValues.DISCOVERY_METHOD));
  }

  private Optional<Integer> pct(PolicyPublishedType bound) {
    Optional<String> reported = texts.text(bound.getPct(), "policy_published/pct");
    Optional<Integer> pct =
        reported
            .filter(text -> PERCENT.matcher(text).matches())
            .map(Integer::valueOf)
            .filter(number -> number <= 100);
    if (reported.isPresent() && pct.isEmpty()) {
      texts.note(Code.NOT_A_VALUE, "policy_published/pct", reported.get());
    }
    return pct;
  }

  /** Epoch seconds; milliseconds and fractions are cut. */
  private Optional<Instant> instant(List<String> elements, String path) {
    Optional<String> reported = texts.text(elements, path);
    if (reported.isEmpty()) {
      return Optional.empty();
    }
    if (NUMBER.matcher(reported.get()).matches()) {
      BigInteger number =
          new BigDecimal(reported.get()).setScale(0, RoundingMode.FLOOR).toBigInteger();
      boolean milliseconds =
          number.compareTo(BigInteger.valueOf(MILLISECONDS_FROM)) >= 0
              && reported.get().length() == 13;
      BigInteger seconds = milliseconds ? number.divide(BigInteger.valueOf(1000)) : number;
      if (seconds.compareTo(BigInteger.valueOf(LAST_SECOND)) <= 0) {
        if (milliseconds || reported.get().indexOf('.') >= 0) {
          texts.note(Code.CLEANED, path, reported.get());
        }
        return Optional.of(Instant.ofEpochSecond(seconds.longValueExact()));
      }
    }
    texts.note(Code.NOT_A_VALUE, path, reported.get());
    return Optional.empty();
  }

  private DateRange fromFileName(String fileName, DateRangeType bound) throws UnreadableReport {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    Matcher parts = FILE_NAME.matcher(name.replaceAll("(?i)(\\.(xml|gz|gzip|zip|zlib))+$", ""));
    if (parts.matches()) {
      long begin = Long.parseLong(parts.group(2));
      long end = Long.parseLong(parts.group(3));
      if (begin <= end && end <= LAST_SECOND) {
        texts.note(Code.ASSUMED, "report_metadata/date_range", begin + " to " + end);
        return new DateRange(Instant.ofEpochSecond(begin), Instant.ofEpochSecond(end));
      }
    }
    boolean missing = bound.getBegin().isEmpty() || bound.getEnd().isEmpty();
    throw new UnreadableReport(
        missing ? Reason.MISSING_FIELD : Reason.BAD_FIELD,
        "date_range has no begin and end in epoch seconds, and the file name"
            + " (receiver!domain!begin!end.xml) supplies none");
  }
}

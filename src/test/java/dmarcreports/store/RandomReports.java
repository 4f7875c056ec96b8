package dmarcreports.store;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.AuthResults;
import dmarcreports.report.DateRange;
import dmarcreports.report.Deviation;
import dmarcreports.report.DiscoveryMethod;
import dmarcreports.report.Disposition;
import dmarcreports.report.DkimResult;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportMetadata;
import dmarcreports.report.SourceIp;
import dmarcreports.report.SpfResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Reports with anything in any field, the same ones for the same seed. */
public final class RandomReports {
  private static final String[] TEXTS = {
    "", " ", "plain", "a \"quoted\" text", "line\nbreak", "\\back", "naïve", "\ud83d\ude00", "a,b]["
  };
  private static final String[] DOMAINS = {
    "example.com", "bounce.example.com", "a.test", "xn--bcher-kva.example", "amazonses.com", "_x.y"
  };

  private final Random random;

  public RandomReports(long seed) {
    random = new Random(seed);
  }

  /** A report with its records. */
  public record Whole(
      AggregateReport report,
      ReportFormat format,
      List<Deviation> deviations,
      List<AggregateRecord> records) {}

  public Whole next() {
    PolicyPublished policy = policy();
    DateRange window = window();
    List<AggregateRecord> records = new ArrayList<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      records.add(record(random.nextInt(4) == 0 ? policy() : policy));
    }
    ReportMetadata metadata =
        new ReportMetadata(
            text(),
            maybe(this::text),
            maybe(this::text),
            "id-" + random.nextLong(),
            maybe(() -> window),
            list(this::text),
            maybe(this::text),
            maybe(this::text));
    return new Whole(
        new AggregateReport(metadata, policy, window),
        one(ReportFormat.values()),
        list(this::deviation),
        records);
  }

  private AggregateRecord record(PolicyPublished policy) {
    Evidence evidence =
        new Evidence(
            policy,
            new PolicyEvaluated(
                maybe(Disposition.values()),
                maybe(PolicyEvaluated.Verdict.values()),
                maybe(PolicyEvaluated.Verdict.values()),
                list(
                    () ->
                        new PolicyEvaluated.Reason(
                            maybe(PolicyEvaluated.Override.values()), maybe(this::text)))),
            new Identifiers(
                maybe(this::domain),
                maybe(this::domain),
                random.nextBoolean(),
                maybe(this::domain)),
            new AuthResults(
                list(
                    () ->
                        new AuthResults.Dkim(
                            maybe(this::domain),
                            maybe(this::text),
                            maybe(DkimResult.values()),
                            maybe(this::text))),
                list(
                    () ->
                        new AuthResults.Spf(
                            maybe(this::domain),
                            maybe(AuthResults.Scope.values()),
                            maybe(SpfResult.values()),
                            maybe(this::text)))),
            list(this::deviation));
    byte[] address = new byte[random.nextBoolean() ? 4 : 16];
    random.nextBytes(address);
    return new AggregateRecord(
        maybe(() -> SourceIp.of(address)), random.nextLong() & Long.MAX_VALUE, evidence);
  }

  private PolicyPublished policy() {
    return new PolicyPublished(
        domain(),
        maybe(Policy.values()),
        maybe(Policy.values()),
        maybe(Policy.values()),
        maybe(AlignmentMode.values()),
        maybe(AlignmentMode.values()),
        maybe(() -> random.nextInt(101)),
        maybe(this::text),
        maybe(random::nextBoolean),
        maybe(DiscoveryMethod.values()));
  }

  private DateRange window() {
    Instant begin = Instant.ofEpochSecond(random.nextInt(1_750_000_000));
    return new DateRange(begin, begin.plusSeconds(random.nextInt(200_000)));
  }

  private Deviation deviation() {
    return new Deviation(one(Deviation.Code.values()), text(), text());
  }

  private DomainName domain() {
    return new DomainName(one(DOMAINS));
  }

  private String text() {
    return one(TEXTS);
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> maybe(T[] values) {
    return maybe(() -> one(values));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    T drawn = value.get();
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(drawn);
  }

  private <T> List<T> list(Supplier<T> value) {
    List<T> values = new ArrayList<>();
    while (random.nextInt(2) == 0) {
      values.add(value.get());
    }
    return values;
  }
}

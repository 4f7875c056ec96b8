package dmarcreports.store;

import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.REPORTS;
import static dmarcreports.store.tables.Tables.RUNS;

import dmarcreports.report.CarryingMail;
import dmarcreports.report.DomainName;
import dmarcreports.stored.Provenance;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Where reports came from, read back. */
final class Provenances {
  private Provenances() {}

  static List<Provenance> of(DSLContext db, String reportId) {
    return db
        .select(REPORTS.fields())
        .select(RUNS.STARTED, POLICIES.DOMAIN)
        .from(REPORTS)
        .join(POLICIES)
        .on(POLICIES.ID.eq(REPORTS.POLICY_ID))
        .join(RUNS)
        .on(RUNS.ID.eq(REPORTS.RUN_ID))
        .where(REPORTS.REPORT_ID.eq(reportId))
        .orderBy(REPORTS.ID)
        .fetch()
        .stream()
        .map(Provenances::provenance)
        .toList();
  }

  private static Provenance provenance(Record row) {
    String member = row.get(REPORTS.MEMBER);
    return new Provenance(
        row.get(REPORTS.REPORTER),
        row.get(REPORTS.REPORT_ID),
        new DomainName(row.get(POLICIES.DOMAIN)),
        row.get(REPORTS.REPORT_DAY),
        row.get(REPORTS.RECORD_COUNT),
        row.get(REPORTS.MESSAGE_COUNT),
        row.get(REPORTS.CONFLICT),
        row.get(RUNS.STARTED).toInstant(),
        row.get(REPORTS.INPUT) + (member == null ? "" : " > " + member),
        mail(row));
  }

  private static Optional<CarryingMail> mail(Record row) {
    CarryingMail mail =
        new CarryingMail(
            Optional.ofNullable(row.get(REPORTS.MAIL_FROM)),
            Optional.ofNullable(row.get(REPORTS.MAIL_DATE)),
            Optional.ofNullable(row.get(REPORTS.MAIL_MESSAGE_ID)),
            Optional.ofNullable(row.get(REPORTS.MAIL_AUTHENTICATION)));
    boolean none =
        mail.from().isEmpty()
            && mail.date().isEmpty()
            && mail.messageId().isEmpty()
            && mail.authenticationResults().isEmpty();
    return none ? Optional.empty() : Optional.of(mail);
  }
}

package dmarcreports.store.columns;

import java.time.LocalDate;

/** The columns of {@code reports}. */
public final class ReportColumns extends Columns {
  public static final ReportColumns REPORTS = new ReportColumns();

  public final Column<Integer> ID = add("ID", Integer.class);
  public final Column<byte[]> KEY_HASH = add("KEY_HASH", byte[].class);
  public final Column<byte[]> CONTENT_HASH = add("CONTENT_HASH", byte[].class);
  public final Column<Boolean> CONFLICT = add("CONFLICT", Boolean.class);
  public final Column<Integer> POLICY_ID = add("POLICY_ID", Integer.class);
  public final Column<String> REPORTER = text("REPORTER", 65_536);
  public final Column<String> ORG_NAME = text("ORG_NAME", 65_536);
  public final Column<String> EMAIL = text("EMAIL", 65_536);
  public final Column<String> EXTRA_CONTACT_INFO = text("EXTRA_CONTACT_INFO", 65_536);
  public final Column<String> REPORT_ID = text("REPORT_ID", 65_536);
  public final Column<String> VERSION = text("VERSION", 65_536);
  public final Column<String> FORMAT = text("FORMAT", 8);
  public final Column<String> GENERATOR = text("GENERATOR", 65_536);
  public final Column<String> ERRORS = text("ERRORS", 1_000_000);
  public final Column<Long> BEGIN_SECOND = add("BEGIN_SECOND", Long.class);
  public final Column<Long> END_SECOND = add("END_SECOND", Long.class);
  public final Column<Long> WINDOW_BEGIN = add("WINDOW_BEGIN", Long.class);
  public final Column<Long> WINDOW_END = add("WINDOW_END", Long.class);
  public final Column<LocalDate> REPORT_DAY = add("REPORT_DAY", LocalDate.class);
  public final Column<Boolean> LATE = add("LATE", Boolean.class);
  public final Column<String> DEVIATIONS = text("DEVIATIONS", 1_000_000);
  public final Column<Long> DEVIATION_COUNT = add("DEVIATION_COUNT", Long.class);
  public final Column<String> INPUT = text("INPUT", 1_000_000);
  public final Column<String> MEMBER = text("MEMBER", 1_000_000);
  public final Column<Integer> RUN_ID = add("RUN_ID", Integer.class);
  public final Column<Long> FIRST_RECORD = add("FIRST_RECORD", Long.class);
  public final Column<Long> RECORD_COUNT = add("RECORD_COUNT", Long.class);
  public final Column<Long> MESSAGE_COUNT = add("MESSAGE_COUNT", Long.class);
  public final Column<Long> LAST_RECORD = add("LAST_RECORD", Long.class);
  public final Column<String> MAIL_FROM = text("MAIL_FROM", 1024);
  public final Column<String> MAIL_DATE = text("MAIL_DATE", 1024);
  public final Column<String> MAIL_MESSAGE_ID = text("MAIL_MESSAGE_ID", 1024);
  public final Column<String> MAIL_AUTHENTICATION = text("MAIL_AUTHENTICATION", 1024);
  public final Column<byte[]> DOCUMENT_HASH = add("DOCUMENT_HASH", byte[].class);

  private ReportColumns() {}
}

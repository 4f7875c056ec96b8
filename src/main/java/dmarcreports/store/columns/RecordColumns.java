package dmarcreports.store.columns;

/** The columns of {@code records}. */
public final class RecordColumns extends Columns {
  public static final RecordColumns RECORDS = new RecordColumns();

  public final Column<Long> ID = add("ID", Long.class);
  public final Column<Integer> REPORT_ID = add("REPORT_ID", Integer.class);
  public final Column<byte[]> SOURCE = add("SOURCE", byte[].class);
  public final Column<Integer> EVIDENCE_ID = add("EVIDENCE_ID", Integer.class);
  public final Column<Long> MESSAGES = add("MESSAGES", Long.class);

  private RecordColumns() {}
}

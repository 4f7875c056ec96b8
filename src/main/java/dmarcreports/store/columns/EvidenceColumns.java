package dmarcreports.store.columns;

/** The columns of {@code evidences}. */
public final class EvidenceColumns extends Columns {
  public static final EvidenceColumns EVIDENCES = new EvidenceColumns();

  public final Column<Integer> ID = add("ID", Integer.class);
  public final Column<byte[]> HASH = add("HASH", byte[].class);
  public final Column<Integer> POLICY_ID = add("POLICY_ID", Integer.class);
  public final Column<String> HEADER_FROM = text("HEADER_FROM", 253);
  public final Column<String> ENVELOPE_FROM = text("ENVELOPE_FROM", 253);
  public final Column<Boolean> NULL_SENDER = add("NULL_SENDER", Boolean.class);
  public final Column<String> ENVELOPE_TO = text("ENVELOPE_TO", 253);
  public final Column<String> DISPOSITION = text("DISPOSITION", 10);
  public final Column<String> EVALUATED_DKIM = text("EVALUATED_DKIM", 4);
  public final Column<String> EVALUATED_SPF = text("EVALUATED_SPF", 4);
  public final Column<String> REASONS = text("REASONS", 1_000_000);
  public final Column<String> DKIM = text("DKIM", 1_000_000);
  public final Column<String> SPF = text("SPF", 1_000_000);
  public final Column<String> DEVIATIONS = text("DEVIATIONS", 1_000_000);

  private EvidenceColumns() {}
}

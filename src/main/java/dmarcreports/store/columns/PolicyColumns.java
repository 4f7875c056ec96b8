package dmarcreports.store.columns;

/** The columns of {@code policies}. */
public final class PolicyColumns extends Columns {
  public static final PolicyColumns POLICIES = new PolicyColumns();

  public final Column<Integer> ID = add("ID", Integer.class);
  public final Column<byte[]> HASH = add("HASH", byte[].class);
  public final Column<String> DOMAIN = text("DOMAIN", 253);
  public final Column<String> P = text("P", 10);
  public final Column<String> SP = text("SP", 10);
  public final Column<String> NP = text("NP", 10);
  public final Column<String> ADKIM = text("ADKIM", 7);
  public final Column<String> ASPF = text("ASPF", 7);
  public final Column<Short> PCT = add("PCT", Short.class);
  public final Column<String> FO = text("FO", 1024);
  public final Column<Boolean> TESTING = add("TESTING", Boolean.class);
  public final Column<String> DISCOVERY_METHOD = text("DISCOVERY_METHOD", 8);

  private PolicyColumns() {}
}

package dmarcreports.store.rows;

import java.util.List;

/**
 * A report as rows that are in no table.
 *
 * @param report without ids, as is the policy
 */
public record LooseReport(Row report, Row policy, List<Line> records) {
  /** A record: the evidence is the same object for the same one, mostly. */
  public record Line(byte[] source, long messages, Row evidence) {}
}

package dmarcreports.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * Which reports the findings are about.
 *
 * @param domains empty for all
 * @param all whether sources that do not fail are told as well
 */
record Choice(
    List<String> domains, Optional<LocalDate> since, Optional<LocalDate> until, boolean all) {
  /** The same as a condition. */
  Column of(Column domain, Column day) {
    Column chosen = lit(true);
    if (!domains.isEmpty()) {
      chosen = chosen.and(domain.isin(domains.toArray()));
    }
    if (since.isPresent()) {
      chosen = chosen.and(day.geq(lit(since.get())));
    }
    if (until.isPresent()) {
      chosen = chosen.and(day.leq(lit(until.get())));
    }
    return chosen;
  }

  /** Of records. */
  Column ofRecords() {
    return of(col("domain"), col("day")).and(col("conflict").equalTo(false));
  }

  /** Of reports. */
  Column ofReports() {
    return of(col("policy.domain"), col("report.report_day")).and(col("outcome").equalTo("stored"));
  }
}

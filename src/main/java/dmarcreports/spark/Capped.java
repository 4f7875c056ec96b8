package dmarcreports.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Sums of numbers that reporters make up: what is too many stays the greatest number. */
final class Capped {
  private static final String EXACT = "decimal(30,0)";

  private Capped() {}

  /** The sum of a column; 0 where there is nothing in it. */
  static Column sum(Column numbers) {
    Column exact = functions.sum(numbers.cast("decimal(20,0)")).cast(EXACT);
    Column some = coalesce(exact, lit(0).cast(EXACT));
    return least(some, lit(Long.MAX_VALUE).cast(EXACT)).cast(DataTypes.LongType);
  }
}

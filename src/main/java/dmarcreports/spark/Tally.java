package dmarcreports.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The ledger of a night, in the words that the ledger of {@code ingest} has as JSON. It balances:
 * {@code inputs = with_documents + not_reports + unreadable}, {@code documents = stored +
 * duplicates + conflicts + discarded}.
 */
record Tally(Map<String, Long> counts) {
  private static final String INPUTS = "inputs";

  /**
   * Counts what was kept.
   *
   * @param judged what became of each report
   */
  static Tally of(
      Dataset<Row> inputs, Dataset<Row> discards, Dataset<Row> judged, Dataset<Row> reports) {
    Map<String, Long> fates = byWord(inputs.groupBy("input.fate").agg(count(lit(1))));
    Map<String, Long> outcomes = byWord(judged.groupBy("outcome").agg(count(lit(1))));
    long unreadable = of(fates, "unreadable");
    long discarded = discards.count() - unreadable;
    Row stored =
        reports
            .where("outcome = 'stored'")
            .agg(
                Capped.sum(col("report.record_count")),
                Capped.sum(col("report.message_count")),
                coalesce(sum("report.deviation_count"), lit(0L)))
            .first();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(INPUTS, fates.values().stream().mapToLong(Long::longValue).sum());
    counts.put("with_documents", of(fates, "read") + of(fates, "discarded"));
    counts.put("not_reports", of(fates, "nothing"));
    counts.put("unreadable", unreadable);
    counts.put(
        "documents", outcomes.values().stream().mapToLong(Long::longValue).sum() + discarded);
    counts.put("stored", of(outcomes, "stored"));
    counts.put("duplicates", of(outcomes, "duplicate"));
    counts.put("conflicts", of(outcomes, "conflict"));
    counts.put("discarded", discarded);
    counts.put("records", stored.getLong(0));
    counts.put("messages", stored.getLong(1));
    counts.put("deviations", stored.getLong(2));
    return new Tally(counts);
  }

  /** Whether no input was new. */
  boolean isOfNothing() {
    return counts.get(INPUTS) == 0;
  }

  private static long of(Map<String, Long> counts, String word) {
    return counts.getOrDefault(word, 0L);
  }

  private static Map<String, Long> byWord(Dataset<Row> counted) {
    Map<String, Long> counts = new HashMap<>();
    counted.collectAsList().forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  /** As lines of a table. */
  List<List<?>> lines() {
    return List.of(List.copyOf(counts.keySet()), List.copyOf(counts.values()));
  }

  /** In one line. */
  String line() {
    StringBuilder line = new StringBuilder();
    counts.forEach(
        (word, number) ->
            line.append(line.isEmpty() ? "" : ", ")
                .append(number)
                .append(' ')
                .append(word.replace('_', ' ')));
    return line.toString();
  }
}

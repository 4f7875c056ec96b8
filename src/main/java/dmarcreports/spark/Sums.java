package dmarcreports.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.encode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import dmarcreports.spark.seam.Setting;
import dmarcreports.spark.seam.Work;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What the records chosen come to. They are added up where they lie, by evidence, source, day and
 * reporter: however many one domain has, no more than that is ever in one place.
 */
final class Sums {
  private static final StructType SHARE =
      new StructType()
          .add("evidence", DataTypes.BinaryType)
          .add("fault", DataTypes.StringType)
          .add("ses", DataTypes.BooleanType);

  private final Dataset<Row> reports;
  private final Dataset<Row> every;
  private final Dataset<Row> evidences;
  private final Dataset<Row> sums;
  private final boolean all;

  Sums(Nights nights, List<String> kept, Choice choice) {
    all = choice.all();
    every = nights.reports(kept);
    reports = every.where(choice.ofReports());
    Dataset<Row> records = nights.records(kept).where(choice.ofRecords());
    evidences = records.select("domain", "evidence", "policy").distinct().persist();
    sums =
        records
            .groupBy(
                col("domain"),
                col("evidence.hash").as("evidence"),
                col("source"),
                col("day"),
                col("reporter"))
            .agg(Capped.sum(col("messages")).as("messages"), count(lit(1)).as("records"))
            .persist();
  }

  /** What tells which of two reports is the newer one, as on one machine: texts by their units. */
  private static Column age() {
    return struct(
        not(col("report.late")),
        col("report.report_day"),
        col("report.window_end"),
        encode(col("report.reporter"), "UTF-16BE"),
        encode(col("report.report_id"), "UTF-16BE"),
        col("report.key_hash"));
  }

  /** What the findings of each domain take from all of them. */
  Setting setting() {
    Row newest =
        every.where("outcome = 'stored' and not report.late").agg(max("report.report_day")).first();
    Dataset<Row> shares =
        evidences
            .select("policy", "evidence")
            .mapPartitions((MapPartitionsFunction<Row, Row>) Sums::shares, Encoders.row(SHARE));
    Dataset<Row> shared = sums.join(shares, "evidence");
    List<Setting.Account> accounts =
        shared
            .groupBy("reporter", "fault")
            .agg(Capped.sum(col("messages")), sum("records"))
            .collectAsList()
            .stream()
            .map(
                row ->
                    new Setting.Account(
                        row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)))
            .toList();
    List<byte[]> ses =
        shared
            .where("ses and length(source) > 0")
            .select("source")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> (byte[]) row.get(0))
            .toList();
    return new Setting(all, (LocalDate) newest.get(0), accounts, ses);
  }

  private static Iterator<Row> shares(Iterator<Row> evidences) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return evidences.hasNext();
      }

      @Override
      public Row next() {
        Row row = evidences.next();
        Object[] evidence = Shapes.values(row, "evidence");
        Work.Share share = Apart.with(work -> work.share(Shapes.values(row, "policy"), evidence));
        return RowFactory.create(row.getStruct(1).getAs("hash"), share.fault(), share.provesSes());
      }
    };
  }

  /** What each reporter sent. */
  List<Work.Reporter> reporters() {
    return reports
        .groupBy("report.reporter")
        .agg(
            count(lit(1)),
            Capped.sum(col("report.message_count")),
            sum("report.deviation_count"),
            max_by(struct("report.format", "report.report_day", "report.window_end"), age()))
        .collectAsList()
        .stream()
        .map(
            row -> {
              Row newest = row.getStruct(4);
              LocalDate day = (LocalDate) newest.get(1);
              return new Work.Reporter(
                  row.getString(0),
                  row.getLong(1),
                  row.getLong(2),
                  newest.getString(0),
                  row.getLong(3),
                  day.toEpochDay(),
                  newest.getLong(2));
            })
        .toList();
  }

  /** All rows about a domain side by side: its head, its evidences, its sums. */
  Dataset<Row> byDomain() {
    Dataset<Row> heads =
        reports
            .groupBy(col("policy.domain").as("domain"))
            .agg(
                max_by(col("policy"), age()).as("policy"),
                count(lit(1)).as("messages"),
                countDistinct(col("report.reporter")).as("records"))
            .withColumn("kind", lit(FindingTables.HEAD));
    return heads
        .unionByName(evidences.withColumn("kind", lit(FindingTables.EVIDENCE)), true)
        .unionByName(
            sums.withColumnRenamed("evidence", "hash").withColumn("kind", lit(FindingTables.SUM)),
            true)
        .repartition(col("domain"))
        .sortWithinPartitions("domain", "kind");
  }

  void forget() {
    evidences.unpersist();
    sums.unpersist();
  }
}

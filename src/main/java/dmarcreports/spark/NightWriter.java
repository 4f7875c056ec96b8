package dmarcreports.spark;

import dmarcreports.spark.seam.Kept;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A night that is written while its rows come, some thousand at a time. */
final class NightWriter implements Kept {
  private static final int ROWS = 20_000;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");

  /** Why inputs were discarded that could not be read at all. */
  private static final Set<String> UNREADABLE = Set.of("unreadable", "vanished", "timeout");

  private final SparkSession spark;
  private final String night;
  private final Part inputs;
  private final Part discards;
  private final Part reports;
  private final Part records;
  private final int day;
  private final int reporter;
  private final int name;
  private final int domain;

  private long input = -1;
  private long document;
  private long number;
  private @Nullable String inputName;
  private @Nullable String place;
  private Object[] report = {};
  private Object[] policy = {};
  private boolean conflict;

  /**
   * @param night a directory that is not there yet
   */
  NightWriter(SparkSession spark, Nights nights, String night) {
    this.spark = spark;
    this.night = night;
    inputs = new Part("inputs", Nights.INPUTS);
    discards = new Part("discards", Nights.DISCARDS);
    reports = new Part("reports", nights.reports);
    records = new Part("records", nights.records);
    StructType columns = Shapes.of("report");
    day = columns.fieldIndex("report_day");
    reporter = columns.fieldIndex("reporter");
    name = columns.fieldIndex("input");
    domain = Shapes.of("policy").fieldIndex("domain");
  }

  /** Rows of one kind. */
  private final class Part {
    private final String what;
    private final StructType shape;
    private final List<Row> rows = new ArrayList<>();
    private long all;

    Part(String what, StructType shape) {
      this.what = what;
      this.shape = shape;
    }

    void add(Object... values) {
      rows.add(RowFactory.create(values));
      all++;
      if (rows.size() == ROWS) {
        write();
      }
    }

    void write() {
      Apart.back(
          () -> {
            spark
                .createDataFrame(rows, shape)
                .coalesce(1)
                .write()
                .mode(SaveMode.Append)
                .parquet(night + "/" + what);
            return null;
          });
      rows.clear();
    }
  }

  @Override
  public void report(boolean asConflict, Object[] values, Object[] published) {
    String readFrom = (String) values[name];
    if (readFrom.equals(inputName)) {
      document++;
    } else {
      inputName = readFrom;
      input(readFrom, null, "read");
    }
    number = 0;
    report = values;
    policy = published;
    conflict = asConflict;
    reports.add(
        input,
        document,
        asConflict ? "conflict" : "stored",
        RowFactory.create(values),
        RowFactory.create(published));
  }

  private void input(String readFrom, @Nullable String lying, String fate) {
    document = 0;
    inputs.add(++input, RowFactory.create(readFrom, lying, null, null, fate));
  }

  @Override
  public void record(byte[] source, long messages, Object[] evidence) {
    LocalDate of = (LocalDate) report[day];
    records.add(
        input,
        document,
        number++,
        of,
        report[reporter],
        conflict,
        source,
        messages,
        RowFactory.create(evidence),
        RowFactory.create(policy),
        policy[domain],
        MONTH.format(of));
  }

  /** These come after all reports. */
  @Override
  public void discard(String lying, Object[] discard) {
    String fate = UNREADABLE.contains((String) discard[2]) ? "unreadable" : "discarded";
    if (lying.equals(place)) {
      document++;
    } else {
      place = lying;
      input((String) discard[0], Places.located(lying), fate);
    }
    discards.add(input, document, RowFactory.create(discard), fate);
  }

  /** That was all. */
  void finish() {
    List.of(reports, records, inputs, discards).forEach(Part::write);
  }

  /** What it is. */
  String line() {
    return "copied " + reports.all + " reports, " + records.all + " records into ";
  }
}

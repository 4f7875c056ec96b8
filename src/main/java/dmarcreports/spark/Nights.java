package dmarcreports.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dmarcreports.spark.seam.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What each night kept, in directories that are whole: reports, records, discards and inputs. */
final class Nights {
  private static final String NAME = "night-";

  /** Is in a night when all of it is in its place: on S3 one object comes there after another. */
  private static final String WHOLE = "_WHOLE";

  private static final String[] PLACE = {"input_number", "document"};
  static final StructType INPUTS =
      new StructType().add("input_number", DataTypes.LongType).add("input", Shapes.input());
  static final StructType DISCARDS =
      new StructType()
          .add("input_number", DataTypes.LongType)
          .add("document", DataTypes.LongType)
          .add("discard", Shapes.discard())
          .add("fate", DataTypes.StringType);

  private final SparkSession spark;
  final StructType reports;
  final StructType records;

  Nights(SparkSession spark) {
    this.spark = spark;
    reports =
        new StructType()
            .add("input_number", DataTypes.LongType)
            .add("document", DataTypes.LongType)
            .add("outcome", DataTypes.StringType)
            .add("report", Shapes.of("report"))
            .add("policy", Shapes.of("policy"));
    records =
        new StructType()
            .add("input_number", DataTypes.LongType)
            .add("document", DataTypes.LongType)
            .add("number", DataTypes.LongType)
            .add("day", DataTypes.DateType)
            .add("reporter", DataTypes.StringType)
            .add("conflict", DataTypes.BooleanType)
            .add("source", DataTypes.BinaryType)
            .add("messages", DataTypes.LongType)
            .add("evidence", Shapes.of("evidence"))
            .add("policy", Shapes.of("policy"))
            .add("domain", DataTypes.StringType)
            .add("month", DataTypes.StringType);
  }

  /**
   * The nights that are kept in a state, in their order.
   *
   * @throws Refused where one of them is not whole
   */
  static List<String> of(Path state, FileSystem system) throws IOException {
    List<String> nights = new ArrayList<>();
    if (system.exists(state)) {
      for (FileStatus one : system.listStatus(state)) {
        if (one.getPath().getName().startsWith(NAME)) {
          nights.add(whole(one.getPath(), system).toString());
        }
      }
    }
    nights.sort(null);
    return nights;
  }

  private static Path whole(Path night, FileSystem system) throws IOException {
    if (!system.exists(new Path(night, WHOLE))) {
      throw new Refused(
          night
              + " has no "
              + WHOLE
              + ": another job puts it in its place just now, or was killed then; where none runs,"
              + " remove that night, and its mails are read again");
    }
    return night;
  }

  /**
   * Puts the night after those in its place.
   *
   * @param night which is whole; gone afterwards
   * @return its place
   * @throws Refused where another job has put one there
   */
  static Path put(FileSystem system, Path night, Path state, List<String> before)
      throws IOException {
    String number = "0".repeat(6) + (before.size() + 1);
    Path place = new Path(state, NAME + number.substring(number.length() - 6));
    boolean put = !system.exists(place) && system.rename(night, place);
    // what is renamed to a directory that came to be meanwhile is put into that
    Path within = new Path(place, night.getName());
    if (!put || system.exists(within)) {
      system.delete(within, true);
      throw new Refused(
          place
              + " was written by another job meanwhile, and is kept; nothing of this one is:"
              + " run it again, and never two at once with one --state");
    }
    system.create(new Path(place, WHOLE), false).close();
    return place;
  }

  /** When a night was kept, in milliseconds since 1970. */
  static long moment(String night, FileSystem system) throws IOException {
    return system.getFileStatus(new Path(night, WHOLE)).getModificationTime();
  }

  Dataset<Row> reports(List<String> nights) {
    return read(nights, "reports", reports);
  }

  Dataset<Row> records(List<String> nights) {
    return read(nights, "records", records);
  }

  Dataset<Row> discards(List<String> nights) {
    return read(nights, "discards", DISCARDS);
  }

  Dataset<Row> inputs(List<String> nights) {
    return read(nights, "inputs", INPUTS);
  }

  private Dataset<Row> read(List<String> nights, String what, StructType shape) {
    return nights.isEmpty()
        ? spark.createDataFrame(List.of(), shape)
        : spark
            .read()
            .schema(shape)
            .parquet(nights.stream().map(night -> night + "/" + what).toArray(String[]::new));
  }

  /** The reports of a night, in the order in which they were found, each before its records. */
  Dataset<Row> inOrder(String night) {
    return reports(List.of(night))
        .withColumn("number", lit(-1L))
        .unionByName(
            records(List.of(night))
                .select("input_number", "document", "number", "source", "messages", "evidence"),
            true)
        .orderBy("input_number", "document", "number");
  }

  /** What a night discarded, with its fate and the place of its input, in order. */
  Dataset<Row> discarded(String night) {
    return discards(List.of(night))
        .join(
            inputs(List.of(night)).select(col("input_number"), col("input.place")),
            new String[] {"input_number"},
            "inner")
        .orderBy("input_number", "document");
  }

  /** Those that no night has read, numbered after all that were. */
  List<Listed> unread(List<Listed> listed, List<String> nights) {
    if (nights.isEmpty()) {
      return listed;
    }
    long first = first(nights);
    String[] same = {"place", "size", "modified"};
    StructType shape =
        new StructType()
            .add("number", DataTypes.LongType)
            .add("place", DataTypes.StringType)
            .add("size", DataTypes.LongType)
            .add("modified", DataTypes.LongType);
    List<Row> rows =
        listed.stream()
            .map(
                one ->
                    RowFactory.create(
                        one.number(), one.place().toString(), one.size(), one.modified()))
            .toList();
    Dataset<Row> known = inputs(nights).select("input.*").where("fate != 'unreadable'");
    Set<Long> unread = new HashSet<>();
    spark
        .createDataFrame(rows, shape)
        .join(known.select("place", "size", "modified"), same, "left_anti")
        .select("number")
        .collectAsList()
        .forEach(row -> unread.add(row.getLong(0)));
    List<Listed> numbered = new ArrayList<>();
    for (Listed one : listed) {
      if (unread.contains(one.number())) {
        numbered.add(one.numbered(first + numbered.size()));
      }
    }
    return numbered;
  }

  private long first(List<String> nights) {
    return inputs(nights).agg(coalesce(max("input_number"), lit(-1L))).first().getLong(0) + 1;
  }

  /**
   * Keeps what was found: each report once.
   *
   * @param found all rows of the inputs of this night
   * @param before the nights before
   * @param to a directory that is not there yet
   * @param parted whether records are parted by policy domain and month: every night anew, that
   *     would be many small files
   */
  Tally keep(Dataset<Row> found, List<String> before, String to, boolean parted) {
    Dataset<Row> fresh =
        found.where("report is not null").select("input_number", "document", "report", "policy");
    Dataset<Row> judged = judged(fresh, before).persist();
    fresh
        .join(judged.where("outcome != 'duplicate'").drop("key", "content"), PLACE, "inner")
        .select("input_number", "document", "outcome", "report", "policy")
        .write()
        .parquet(to + "/reports");
    Dataset<Row> kept =
        reports(List.of(to))
            .select(
                col("input_number"),
                col("document"),
                col("report.report_day").as("day"),
                col("report.reporter"),
                col("outcome").equalTo("conflict").as("conflict"));
    Dataset<Row> lines =
        found
            .where("record is not null")
            .select("input_number", "document", "record.*", "evidence", "policy")
            .join(kept, PLACE, "inner")
            .withColumn("domain", col("policy.domain"))
            .withColumn("month", date_format(col("day"), "yyyy-MM"))
            .select(columns(records));
    if (parted) {
      lines
          .hint("rebalance", col("domain"), col("month"))
          .write()
          .partitionBy("domain", "month")
          .parquet(to + "/records");
    } else {
      lines.hint("rebalance").write().parquet(to + "/records");
    }
    found
        .where("input is not null")
        .select("input_number", "input")
        .coalesce(1)
        .write()
        .parquet(to + "/inputs");
    found
        .where("discard is not null")
        .select("input_number", "document", "discard")
        .join(
            inputs(List.of(to)).select(col("input_number"), col("input.fate")),
            new String[] {"input_number"},
            "inner")
        .select(columns(DISCARDS))
        .coalesce(1)
        .write()
        .parquet(to + "/discards");
    List<String> night = List.of(to);
    Tally tally = Tally.of(inputs(night), discards(night), judged, reports(night));
    judged.unpersist();
    return tally;
  }

  /** What becomes of each report; the first of all with a key is the one that counts. */
  private Dataset<Row> judged(Dataset<Row> fresh, List<String> before) {
    Column place = struct("input_number", "document");
    Column ofKey = min(place).over(Window.partitionBy("key"));
    Column ofContent = min(place).over(Window.partitionBy("key", "content"));
    Dataset<Row> keys = keys(fresh);
    if (before.isEmpty()) {
      return keys.withColumn("outcome", outcome(place, ofKey, ofContent));
    }
    return keys.unionByName(keys(reports(before)))
        .withColumn("outcome", outcome(place, ofKey, ofContent))
        .where(col("input_number").geq(first(before)));
  }

  private static Dataset<Row> keys(Dataset<Row> reports) {
    return reports.select(
        col("input_number"),
        col("document"),
        col("report.key_hash").as("key"),
        col("report.content_hash").as("content"));
  }

  private static Column outcome(Column place, Column ofKey, Column ofContent) {
    return when(place.equalTo(ofKey), "stored")
        .when(place.equalTo(ofContent), "conflict")
        .otherwise("duplicate");
  }

  private static Column[] columns(StructType shape) {
    return Arrays.stream(shape.fieldNames()).map(functions::col).toArray(Column[]::new);
  }
}

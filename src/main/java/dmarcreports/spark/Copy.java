package dmarcreports.spark;

import dmarcreports.spark.seam.Filling;
import dmarcreports.spark.seam.Refused;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The state of a job into a new database, or a database into a new state. All goes through the
 * driver, which is where the database is; it has some of the rows in memory at a time.
 */
public final class Copy {
  private final SparkSession spark;
  private final Nights nights;
  private final Path state;
  private final FileSystem system;
  private final List<String> kept;

  private Copy(SparkSession spark, String state) throws IOException {
    this.spark = spark;
    nights = new Nights(spark);
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Path named = new Path(state);
    system = Listing.of(named, hadoop);
    this.state = system.makeQualified(named);
    kept = Nights.of(this.state, system);
  }

  /** Runs it; where that fails, the process ends as a command of the program does. */
  public static void main(String... args) {
    CopyOptions options = new CopyOptions();
    Launch.run(
        options,
        spark -> {
          Copy copy = new Copy(spark, options.state());
          return options.to().isPresent()
              ? copy.into(options.to().get())
              : copy.from(options.from());
        },
        args);
  }

  private String into(String database) throws IOException {
    if (kept.isEmpty()) {
      throw new Refused(state + " holds nothing that a job has kept; name another --state");
    }
    try (Filling filling = Apart.trying(work -> work.fill(database))) {
      for (String night : kept) {
        long moment = Nights.moment(night, system);
        Apart.trying(
            work -> {
              filling.night(moment);
              return null;
            });
        fill(filling, night);
      }
      return Apart.trying(work -> filling.finish());
    }
  }

  private void fill(Filling filling, String night) throws IOException {
    Iterator<Row> rows = nights.inOrder(night).toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      Apart.trying(
          work -> {
            tell(filling, row);
            return null;
          });
    }
    boolean newest = night.equals(kept.get(kept.size() - 1));
    Iterator<Row> discarded = nights.discarded(night).toLocalIterator();
    while (discarded.hasNext()) {
      Row row = discarded.next();
      // what could not be read is tried again each night: the newest says what came of it
      if (newest || !"unreadable".equals(row.getAs("fate"))) {
        Apart.trying(
            work -> {
              filling.discard(Places.named(row.getAs("place")), Shapes.values(row, "discard"));
              return null;
            });
      }
    }
  }

  private static void tell(Filling filling, Row row) throws IOException {
    if (row.getAs("report") == null) {
      filling.record(row.getAs("source"), row.getAs("messages"), Shapes.values(row, "evidence"));
    } else {
      filling.report(
          "conflict".equals(row.getAs("outcome")),
          Shapes.values(row, "report"),
          Shapes.values(row, "policy"));
    }
  }

  private String from(String database) throws IOException {
    if (!kept.isEmpty()) {
      throw new Refused(state + " has nights already; name a new --state");
    }
    Path night = new Path(state, "unfinished-" + UUID.randomUUID());
    try {
      NightWriter writer = new NightWriter(spark, nights, night.toString());
      Apart.trying(
          work -> {
            work.unload(database, writer);
            return null;
          });
      writer.finish();
      Path place = Nights.put(system, night, state, kept);
      return writer.line() + place;
    } finally {
      system.delete(night, true);
    }
  }
}

package dmarcreports.spark;

import dmarcreports.spark.seam.Refused;
import dmarcreports.spark.seam.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The program on a cluster: mails in, findings out, for as many as it has room for. */
public final class Job {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String LISTINGS = "spark.sql.sources.parallelPartitionDiscovery.parallelism";
  private static final int LISTINGS_OF_A_CORE = 4;
  private static final long PART = 16 << 20;
  private static final long MOST_PARTS = 10_000;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Configuration hadoop;
  private final Nights nights;

  private Job(SparkSession spark) {
    this.spark = spark;
    context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    hadoop = spark.sparkContext().hadoopConfiguration();
    nights = new Nights(spark);
  }

  /** Runs it; where that fails, the process ends as a command of the program does. */
  public static void main(String... args) {
    JobOptions options = new JobOptions();
    Launch.run(options, spark -> new Job(spark).run(options.in(), options), args);
  }

  private String run(List<String> in, JobOptions options) throws IOException {
    Path out = new Path(options.out());
    FileSystem system = Listing.of(out, hadoop);
    out = system.makeQualified(out);
    if (system.exists(out)) {
      throw new Refused(options.out() + " is there already; name another --out");
    }
    Path unfinished = out.suffix(".unfinished-" + UUID.randomUUID());
    try {
      Tally tally = write(in, options, unfinished, system);
      put(system, unfinished, out);
      return tally.line();
    } finally {
      system.delete(unfinished, true);
    }
  }

  private Tally write(List<String> in, JobOptions options, Path unfinished, FileSystem system)
      throws IOException {
    Optional<Path> state = options.state().map(Path::new);
    List<String> kept = new ArrayList<>();
    FileSystem ofState = state.isPresent() ? Listing.of(state.get(), hadoop) : system;
    if (state.isPresent()) {
      kept.addAll(Nights.of(state.get(), ofState));
    }
    Path night =
        state.isPresent() ? new Path(state.get(), "unfinished-" + UUID.randomUUID()) : unfinished;
    Tally tally;
    List<String> newest = new ArrayList<>();
    try {
      tally = read(in, kept, night, system, unfinished);
      if (state.isEmpty()) {
        newest.add(night.toString());
      } else if (tally.isOfNothing() && !kept.isEmpty()) {
        ofState.delete(night, true);
      } else {
        newest.add(Nights.put(ofState, night, state.get(), kept).toString());
      }
    } catch (IOException | RuntimeException e) {
      ofState.delete(night, true);
      throw e;
    }
    tell(kept, newest, options.choice(), tally, unfinished, system);
    return tally;
  }

  /** Reads what is new into a night. */
  private Tally read(
      List<String> in, List<String> before, Path night, FileSystem system, Path unfinished)
      throws IOException {
    List<Listed> inputs = nights.unread(new Listing(hadoop).all(in), before);
    partition(inputs, before);
    List<Bundle> bundles = Bundle.pack(inputs, spark.sparkContext().defaultParallelism());
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(new SerializableConfiguration(hadoop));
    JavaRDD<Row> rows =
        context
            .parallelize(bundles, Math.max(1, bundles.size()))
            .mapPartitions(new Reading(configuration, System.currentTimeMillis()));
    Path found = new Path(unfinished, "found");
    spark.createDataFrame(rows, Shapes.found()).write().parquet(found.toString());
    Tally tally =
        nights.keep(
            spark.read().schema(Shapes.found()).parquet(found.toString()),
            before,
            night.toString(),
            night.equals(unfinished));
    system.delete(found, true);
    return tally;
  }

  /**
   * As many parts as what is read and kept is worth, and no task for each directory that is listed,
   * where nobody asked for a number of them.
   */
  private void partition(List<Listed> inputs, List<String> before) throws IOException {
    long bytes = inputs.stream().mapToLong(Listed::size).sum();
    for (String night : before) {
      Path path = new Path(night);
      bytes += path.getFileSystem(hadoop).getContentSummary(path).getLength();
    }
    int cores = spark.sparkContext().defaultParallelism();
    if (!spark.sparkContext().getConf().contains(LISTINGS)) {
      spark.conf().set(LISTINGS, (long) cores * LISTINGS_OF_A_CORE);
    }
    if (!spark.sparkContext().getConf().contains(PARTITIONS)) {
      long parts = Math.max(cores, Math.min(MOST_PARTS, bytes / PART));
      spark.conf().set(PARTITIONS, parts);
    }
  }

  /**
   * Writes what all nights come to.
   *
   * @param newest the one of this run, where it read anything
   */
  private void tell(
      List<String> before,
      List<String> newest,
      Choice choice,
      Tally tally,
      Path unfinished,
      FileSystem system)
      throws IOException {
    List<String> kept = new ArrayList<>(before);
    kept.addAll(newest);
    Sums sums = new Sums(nights, kept, choice);
    Setting setting = sums.setting();
    Path findings = new Path(unfinished, "findings");
    sums.byDomain()
        .mapPartitions(
            new FindingTables(context.broadcast(setting)), Encoders.row(FindingTables.SHAPE))
        .write()
        .parquet(findings.toString());
    Outcome outcome = new Outcome(unfinished, system);
    Dataset<Row> pieces = spark.read().schema(FindingTables.SHAPE).parquet(findings.toString());
    outcome.tables(pieces);
    outcome.reporters(setting, sums.reporters());
    Dataset<Row> discards =
        nights.discards(before).where("fate != 'unreadable'").union(nights.discards(newest));
    outcome.ledger(tally, discards);
    sums.forget();
    system.delete(findings, true);
  }

  private static void put(FileSystem system, Path from, Path to) throws IOException {
    if (system.exists(to) || !system.rename(from, to)) {
      throw new Refused(to + " cannot be put in its place");
    }
  }
}

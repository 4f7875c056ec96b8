package dmarcreports.spark;

import dmarcreports.spark.seam.Setting;
import dmarcreports.spark.seam.Work;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The files of a run, as they are in its directory before that is put in its place. */
final class Outcome {
  private final Path directory;
  private final FileSystem system;

  Outcome(Path directory, FileSystem system) {
    this.directory = directory;
    this.system = system;
  }

  private interface Writing {
    void to(OutputStream file) throws IOException;
  }

  private void write(String name, Writing content) throws IOException {
    try (OutputStream file =
        new BufferedOutputStream(system.create(new Path(directory, name), false))) {
      content.to(file);
    }
  }

  private static void written(Writing writing, OutputStream to) {
    try {
      writing.to(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The tables that are made of domains.
   *
   * @param pieces in the shape of {@link FindingTables}
   */
  void tables(Dataset<Row> pieces) throws IOException {
    Iterator<Row> sorted = pieces.orderBy("table", "domain", "piece").toLocalIterator();
    Row ahead = sorted.hasNext() ? sorted.next() : null;
    List<String> tables = Apart.with(Work::tables);
    for (int table = 0; table < tables.size(); table++) {
      String name = tables.get(table);
      byte[] head =
          Apart.with(
              work -> {
                try {
                  return work.head(name);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      try (OutputStream file =
          new BufferedOutputStream(system.create(new Path(directory, name + ".csv"), false))) {
        file.write(head);
        while (ahead != null && ahead.getInt(0) == table) {
          file.write((byte[]) ahead.get(3));
          ahead = sorted.hasNext() ? sorted.next() : null;
        }
      }
    }
  }

  /** The table of reporters. */
  void reporters(Setting setting, List<Work.Reporter> reporters) throws IOException {
    write(
        "reporters.csv",
        file ->
            Apart.with(
                work -> {
                  written(to -> work.reporters(setting, reporters, to), file);
                  return null;
                }));
  }

  /** What was read, and what was discarded. */
  void ledger(Tally tally, Dataset<Row> discards) throws IOException {
    csv("ledger.csv", tally.lines());
    List<List<?>> lines = new ArrayList<>();
    lines.add(List.of("input", "member", "reason", "detail"));
    discards
        .orderBy("input_number", "document")
        .select("discard.*")
        .collectAsList()
        .forEach(row -> lines.add(Arrays.asList(row.get(0), row.get(1), row.get(2), row.get(3))));
    csv("discards.csv", lines);
  }

  private void csv(String name, List<List<?>> lines) throws IOException {
    write(
        name,
        file ->
            Apart.with(
                work -> {
                  written(to -> work.csv(lines, to), file);
                  return null;
                }));
  }
}

package dmarcreports.spark;

import dmarcreports.spark.seam.Found;
import dmarcreports.spark.seam.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Reads the inputs of bundles. What cannot be read is a row as well, and no failure of the task.
 */
final class Reading implements FlatMapFunction<Iterator<Bundle>, Row> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<SerializableConfiguration> hadoop;
  private final long now;

  /**
   * @param now the moment of the run, in milliseconds
   */
  Reading(Broadcast<SerializableConfiguration> hadoop, long now) {
    this.hadoop = hadoop;
    this.now = now;
  }

  @Override
  public Iterator<Row> call(Iterator<Bundle> bundles) {
    Configuration configuration = hadoop.value().value();
    Map<Long, Listed> read = new HashMap<>();
    Iterator<Source> sources =
        new Iterator<>() {
          private Iterator<Listed> inputs = Collections.emptyIterator();

          @Override
          public boolean hasNext() {
            while (!inputs.hasNext() && Apart.back(bundles::hasNext)) {
              inputs = Apart.back(bundles::next).inputs().iterator();
            }
            return inputs.hasNext();
          }

          @Override
          public Source next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            Listed input = inputs.next();
            read.put(input.number(), input);
            return new Stored(input, configuration);
          }
        };
    Iterator<Found> found = Apart.with(work -> work.read(sources, now));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return Apart.with(work -> found.hasNext());
      }

      @Override
      public Row next() {
        Found one = found.next();
        return row(one, one.fate() == null ? null : read.remove(one.input()));
      }
    };
  }

  private static Row row(Found found, @Nullable Listed input) {
    boolean ends = input != null;
    return RowFactory.create(
        found.input(),
        found.document(),
        struct(found.report()),
        struct(found.policy()),
        struct(found.record()),
        struct(found.evidence()),
        ends ? null : struct(found.discard()),
        ends
            ? RowFactory.create(
                found.discard()[0],
                input.place().toString(),
                input.size(),
                input.modified(),
                found.fate())
            : null);
  }

  private static @Nullable Row struct(Object @Nullable [] values) {
    return values == null ? null : RowFactory.create(values);
  }

  /** An input where the cluster has it. */
  private record Stored(Listed input, Configuration hadoop) implements Source {
    @Override
    public String name() {
      return input.name();
    }

    @Override
    public long number() {
      return input.number();
    }

    @Override
    public Optional<String> file() {
      return "file".equals(input.place().getScheme())
          ? Optional.of(input.place().getPath())
          : Optional.empty();
    }

    @Override
    public InputStream open() throws IOException {
      Path path = new Path(input.place());
      return Apart.back(() -> Listing.of(path, hadoop).open(path));
    }
  }
}

package dmarcreports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.deploy.SparkSubmit;

/**
 * What {@code bin/spark-submit} starts, once for each of several jobs, parted by {@code --next}; a
 * job that begins with {@code copy} is one.
 */
public final class SparkRuns {
  private SparkRuns() {}

  /** The first argument is the jar, the second the master. */
  public static void main(String... args) {
    List<String> job = new ArrayList<>();
    for (String arg : Arrays.asList(args).subList(2, args.length)) {
      if (arg.equals("--next")) {
        submit(args[0], args[1], job);
        job.clear();
      } else {
        job.add(arg);
      }
    }
    submit(args[0], args[1], job);
  }

  private static void submit(String jar, String master, List<String> job) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--master", master, "--conf", "spark.ui.enabled=false"));
    boolean copies = job.get(0).equals("copy");
    all.addAll(List.of("--class", "dmarcreports.spark." + (copies ? "Copy" : "Job"), jar));
    all.addAll(job.subList(copies ? 1 : 0, job.size()));
    SparkSubmit.main(all.toArray(String[]::new));
  }
}

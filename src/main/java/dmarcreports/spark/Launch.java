package dmarcreports.spark;

import dmarcreports.spark.seam.Refused;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;

/** How {@code spark-submit} starts something: options in, one line and an exit code out. */
final class Launch {
  private static final int FAILED = 1;

  private Launch() {}

  /** What is done on a cluster. */
  interface Doing {
    /** Does it, and says in one line what was done. */
    String on(SparkSession spark) throws IOException;
  }

  /** Ends the process as a command of the program does, where it is not done. */
  static void run(Object options, Doing doing, String... args) {
    CommandLine line = new CommandLine(options);
    try {
      line.parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      System.err.println(e.getMessage());
      System.err.println("See: --help");
      System.exit(line.getCommandSpec().exitCodeOnInvalidInput());
    }
    if (line.isUsageHelpRequested()) {
      line.usage(System.out);
    } else if (!isDone(doing)) {
      System.exit(FAILED);
    }
  }

  private static boolean isDone(Doing doing) {
    try (SparkSession spark =
        SparkSession.builder()
            .appName("dmarc-reports")
            .config("spark.sql.datetime.java8API.enabled", true)
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate()) {
      System.out.println(doing.on(spark));
      return true;
    } catch (FileNotFoundException | Refused e) {
      System.err.println(e.getMessage());
    } catch (IOException e) {
      System.err.println(e.toString());
    }
    return false;
  }
}

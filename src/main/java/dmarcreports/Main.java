package dmarcreports;

import dmarcreports.command.DmarcReports;
import dmarcreports.command.Terminals;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process: its arguments, streams and environment in, its exit code out. */
public final class Main {
  private Main() {}

  /** Runs one command and exits. */
  public static void main(String... args) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    System.exit(
        DmarcReports.run(
            args,
            System.in,
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminals.ofProcess(),
            System.getenv()));
  }
}

package dmarcreports.command;

import dmarcreports.output.plain.Inert;
import dmarcreports.output.plain.Style;
import dmarcreports.output.text.Summary;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The process around a command: its streams and its environment. */
final class Shell {
  private final InputStream in;
  private final ClosableOutput out;
  private final PrintStream err;
  private final PrintWriter printer;
  private final PrintWriter errors;
  private final Terminals terminals;
  private final Map<String, String> environment;

  Shell(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Terminals terminals,
      Map<String, String> environment) {
    this.in = in;
    this.out = new ClosableOutput(new BufferedOutputStream(out, 1 << 16));
    this.err = err;
    this.printer = new PrintWriter(new OutputStreamWriter(this.out, StandardCharsets.UTF_8));
    this.errors = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    this.terminals = terminals;
    this.environment = Map.copyOf(environment);
  }

  InputStream in() {
    return in;
  }

  /** Standard output: the result and nothing else. */
  OutputStream out() {
    return out;
  }

  PrintWriter printer() {
    return printer;
  }

  PrintWriter errors() {
    return errors;
  }

  PrintStream err() {
    return err;
  }

  /** Whether a person looks at standard error. */
  boolean terminal() {
    return terminals.err();
  }

  /** What a person types that nobody else may see; empty where nobody is there. */
  Optional<String> askSecret(String prompt) {
    Console console = terminals.err() ? System.console() : null;
    char[] typed = console == null ? null : console.readPassword("%s", prompt);
    return Optional.ofNullable(typed).map(String::new);
  }

  /** How text looks on standard output. */
  Style style() {
    return Style.of(terminals.out(), environment);
  }

  Map<String, String> environment() {
    return environment;
  }

  /** One line on standard error. */
  void error(String line) {
    err.print(Inert.line(line) + "\n");
    err.flush();
  }

  /** Prints counts as one line; on a terminal that is too narrow for it, as several. */
  void summary(String counts) throws IOException {
    print(
        terminals.out()
            ? Summary.lines(counts, environment.getOrDefault("COLUMNS", ""))
            : Summary.line(counts));
  }

  /** Prints one line of the result. */
  void print(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Whether whoever read standard output has gone. */
  boolean outputClosed() {
    return out.closed;
  }

  /** Why standard output cannot be written, where that was seen. */
  Optional<String> outputFailure() {
    return out.failure;
  }

  /** Remembers that a write failed because the reader is gone. */
  private static final class ClosableOutput extends FilterOutputStream {
    private boolean closed;
    private Optional<String> failure = Optional.empty();

    ClosableOutput(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw noted(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw noted(e);
      }
    }

    private IOException noted(IOException e) {
      closed |= String.valueOf(e.getMessage()).contains("Broken pipe");
      failure = Optional.of("standard output cannot be written: " + e.getMessage());
      return e;
    }
  }
}

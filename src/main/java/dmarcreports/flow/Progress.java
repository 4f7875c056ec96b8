package dmarcreports.flow;

import dmarcreports.output.plain.Counted;
import dmarcreports.output.plain.Span;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** The line on a terminal that says how far a run has come; silent elsewhere. */
public final class Progress {
  private static final long EVERY_NANOS = 200_000_000L;

  private final PrintStream terminal;
  private OptionalLong total = OptionalLong.empty();
  private final long begun = System.nanoTime();
  private long shown = begun;
  private boolean onLine;

  /**
   * @param terminal null where nobody looks on
   */
  public Progress(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** So many inputs there are. */
  void expect(long inputs) {
    total = OptionalLong.of(inputs);
  }

  void advance(Ledger ledger) {
    long now = System.nanoTime();
    if (terminal == null || now - shown < EVERY_NANOS) {
      return;
    }
    shown = now;
    double seconds = (now - begun) / 1e9;
    StringBuilder line = new StringBuilder("\r\u001b[K" + ledger.inputs());
    total.ifPresent(all -> line.append('/').append(all));
    line.append(ledger.inputs() == 1 && total.isEmpty() ? " file · " : " files · ")
        .append(Counted.of(ledger.documents(), "report"))
        .append(String.format(Locale.ROOT, " · %.0f files/s", ledger.inputs() / seconds));
    if (total.isPresent() && ledger.inputs() > 0) {
      double left = seconds / ledger.inputs() * (total.getAsLong() - ledger.inputs());
      line.append(" · ").append(Span.of(Duration.ofSeconds((long) left))).append(" left");
    }
    terminal.print(line);
    terminal.flush();
    onLine = true;
  }

  /** Clears the line, before anything else is printed. */
  public void clear() {
    if (onLine) {
      terminal.print("\r\u001b[K");
      terminal.flush();
      onLine = false;
    }
  }
}

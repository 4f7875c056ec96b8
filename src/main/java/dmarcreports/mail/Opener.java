package dmarcreports.mail;

import dmarcreports.report.UnreadableReport;
import java.io.IOException;

/** Opens inputs and everything in them. Keeps nothing between two inputs. */
public final class Opener {
  private final Limits limits;

  /** Opens within the limits. */
  public Opener(Limits limits) {
    this.limits = limits;
  }

  /**
   * Tells the visitor of all that the input holds, in its order; of nothing, if it holds no report.
   *
   * @throws IOException if the bytes of the input cannot be had, or as the visitor throws it
   */
  public void open(Input input, DocumentVisitor visitor) throws IOException {
    long bytes = input.remote().map(Remote::size).orElse(0L);
    if (bytes > limits.fetchedBytes()) {
      String found =
          "is said to have " + (bytes >> 20) + " MiB, and is not fetched (--max-document-size)";
      visitor.discarded(
          Place.of(input).origin(), new UnreadableReport(UnreadableReport.Reason.TOO_LARGE, found));
      return;
    }
    Budget budget = new Budget(limits);
    try (Content content = input.content(budget)) {
      new Walk(limits, visitor, budget).open(Place.of(input), content);
    } catch (SourceLost e) {
      throw e.failure();
    }
  }
}

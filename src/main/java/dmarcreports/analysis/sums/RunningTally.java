package dmarcreports.analysis.sums;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.report.Disposition;
import java.util.Optional;

/** A tally that messages are added to. */
public final class RunningTally {
  private static final Optional<Disposition> QUARANTINED = Optional.of(Disposition.QUARANTINE);
  private static final Optional<Disposition> REJECTED = Optional.of(Disposition.REJECT);

  private long messages;
  private long pass;
  private long fail;
  private long unknown;
  private long spfAligned;
  private long dkimAligned;
  private long quarantined;
  private long rejected;
  private long overridden;

  /** Adds messages of one kind. */
  void add(Facts facts, long more) {
    messages = Tally.sum(messages, more);
    switch (facts.verdict()) {
      case PASS -> pass = Tally.sum(pass, more);
      case FAIL -> fail = Tally.sum(fail, more);
      case UNKNOWN -> unknown = Tally.sum(unknown, more);
    }
    spfAligned = Tally.sum(spfAligned, facts.spfPasses() ? more : 0);
    dkimAligned = Tally.sum(dkimAligned, facts.dkimPasses() ? more : 0);
    quarantined = Tally.sum(quarantined, facts.disposition().equals(QUARANTINED) ? more : 0);
    rejected = Tally.sum(rejected, facts.disposition().equals(REJECTED) ? more : 0);
    overridden = Tally.sum(overridden, facts.overridden() ? more : 0);
  }

  /** All of them. */
  public static Tally of(Iterable<Cell> cells) {
    RunningTally sum = new RunningTally();
    for (Cell cell : cells) {
      sum.add(cell.facts(), cell.messages());
    }
    return sum.tally();
  }

  Tally tally() {
    return new Tally(
        messages, pass, fail, unknown, spfAligned, dkimAligned, quarantined, rejected, overridden);
  }
}

package dmarcreports.analysis.action;

import dmarcreports.analysis.stream.Belonging;
import dmarcreports.analysis.stream.Diagnosed;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.SortedInts;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.DomainName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What stands in the way of a stricter policy, by source group. Undecided mail counts where it is
 * steady: seen on several days, or a share of all mail. A steady sender that proves who it is looks
 * like a forgotten tool; one that proves nothing looks like one where it is much.
 */
final class Obstacles {
  private static final int STEADY_DAYS = 3;
  private static final int STEADY_PER_CENT = 1;
  private static final int MUCH_PER_CENT = 5;
  private static final int WHOLE = 100;

  private final SortedSet<String> atQuarantine = new TreeSet<>();
  private final SortedSet<String> atReject = new TreeSet<>();
  private final Map<String, Undecided> undecided = new HashMap<>();

  /** The same that proves who it is, by organization: it may come from many networks. */
  private final Map<DomainName, Undecided> strangers = new HashMap<>();

  private long messages;

  /** Adds failing messages of one kind. */
  void addFailing(Diagnosed diagnosed, List<Cell> alike) {
    long failing = Cell.messages(alike);
    if (failing == 0) {
      return;
    }
    String group = alike.get(0).sourceGroup();
    if (diagnosed.belonging() == Belonging.OURS) {
      atQuarantine.add(group);
    } else if (diagnosed.mayBeLostAtReject()) {
      atReject.add(group);
    }
    if (diagnosed.isUndecided()) {
      undecided.computeIfAbsent(group, g -> new Undecided()).add(alike, failing);
      alike
          .get(0)
          .sender()
          .stranger()
          .ifPresent(s -> strangers.computeIfAbsent(s, n -> new Undecided()).add(alike, failing));
    }
  }

  /** Adds to the number of all messages, failing or not. */
  void addToAll(long more) {
    messages = Tally.sum(messages, more);
  }

  /** What would be lost at {@code quarantine}, and so at {@code reject}. */
  SortedSet<String> atQuarantine() {
    SortedSet<String> groups = new TreeSet<>(atQuarantine);
    undecided.forEach(
        (group, mail) -> {
          if (isSteady(mail) && (mail.proven || isShare(mail, MUCH_PER_CENT))) {
            groups.add(group);
          }
        });
    strangers.values().stream().filter(this::isSteady).forEach(s -> groups.addAll(s.groups));
    return groups;
  }

  /** What would be lost at {@code reject}. */
  SortedSet<String> atReject() {
    SortedSet<String> groups = atQuarantine();
    groups.addAll(atReject);
    undecided.forEach(
        (group, mail) -> {
          if (isSteady(mail)) {
            groups.add(group);
          }
        });
    return groups;
  }

  private boolean isSteady(Undecided mail) {
    return mail.days.size() >= STEADY_DAYS || isShare(mail, STEADY_PER_CENT);
  }

  private boolean isShare(Undecided mail, int perCent) {
    long least = messages / WHOLE * perCent + (messages % WHOLE * perCent + WHOLE - 1) / WHOLE;
    return mail.messages >= least;
  }

  /** The undecided mail of one source group, or of one organization. */
  private static final class Undecided {
    private final Set<String> groups = new HashSet<>();
    private final SortedInts days = new SortedInts();
    private long messages;
    private boolean proven;

    private void add(List<Cell> alike, long more) {
      messages = Tally.sum(messages, more);
      groups.add(alike.get(0).sourceGroup());
      for (Cell cell : alike) {
        days.addAll(cell.days());
      }
      proven |= alike.get(0).facts().provesAnybody();
    }
  }
}

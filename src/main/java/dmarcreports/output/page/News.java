package dmarcreports.output.page;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.report.DomainName;
import dmarcreports.stored.Announcement;
import dmarcreports.stored.Announcement.Kind;
import dmarcreports.stored.Announcement.Subject;
import dmarcreports.stored.ReporterDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is so now and was not told before. Of a new domain nothing is news but the domain itself.
 *
 * @param told all that counts as told once this is
 * @param attention whether an action that is more than waiting is newly open or back, in a new
 *     domain too
 */
public record News(
    List<Change> changes,
    List<FailingGroup> groups,
    List<DomainFindings> domains,
    List<ReporterDays> quiet,
    Set<Announcement> told,
    boolean attention) {

  /** Nothing has changed. */
  public boolean isEmpty() {
    return size() == 0;
  }

  public int size() {
    return changes.size() + groups.size() + domains.size() + quiet.size();
  }

  public static News of(Night night) {
    return new Comparison(night).news();
  }

  /** What an action is known by from night to night; one of several alike is enough. */
  private static Announcement announcement(DomainName domain, Action action) {
    return Announcement.action(
        domain, action.code(), action.target().text(), action.state().word(), action.stateSince());
  }

  private static final class Comparison {
    private final Night night;
    private final Map<Subject, Announcement> before = new HashMap<>();
    private final Map<Subject, Announcement> after = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<FailingGroup> groups = new ArrayList<>();
    private final List<DomainFindings> domains = new ArrayList<>();
    private final List<ReporterDays> quiet = new ArrayList<>();
    private boolean attention;

    Comparison(Night night) {
      this.night = night;
      night.told().forEach(one -> before.put(one.subject(), one));
      after.putAll(before);
    }

    News news() {
      night.findings().analysis().domains().forEach(this::compare);
      after.keySet().removeIf(subject -> subject.kind() == Kind.QUIET_REPORTER);
      night.today().ifPresent(this::compareReporters);
      return new News(changes, groups, domains, quiet, new HashSet<>(after.values()), attention);
    }

    private void compare(DomainFindings domain) {
      boolean isNew = isNew(Announcement.domain(domain.domain(), domain.lastSeen()));
      if (isNew) {
        domains.add(domain);
      }
      Set<Subject> seen = new HashSet<>();
      for (Ranked ranked : Ranking.of(domain)) {
        Announcement now = announcement(domain.domain(), ranked.action());
        if (seen.add(now.subject()) && isChange(ranked.action())) {
          compare(domain, ranked, now, isNew);
        }
      }
      for (FailingGroup group : FailingGroup.of(domain)) {
        if (isNew(Announcement.sourceGroup(domain.domain(), group.group(), domain.lastSeen()))
            && !isNew) {
          groups.add(group);
        }
      }
    }

    private void compare(DomainFindings domain, Ranked ranked, Announcement now, boolean isNew) {
      Optional<Announcement> told = Optional.ofNullable(before.get(now.subject()));
      after.put(now.subject(), now);
      Optional<Change> change = Change.of(domain.domain(), ranked.action(), told);
      attention |= change.filter(Change::needsAttention).isPresent();
      if (!isNew) {
        List<Action> others =
            ranked.insteadOf().stream().map(rank -> domain.actions().get(rank - 1)).toList();
        change.map(one -> one.insteadOf(others)).ifPresent(changes::add);
      }
    }

    private static boolean isChange(Action action) {
      return action.changes().stream().anyMatch(change -> change != Recommendation.NONE);
    }

    /** Takes note of it, and of the first day only. */
    private boolean isNew(Announcement one) {
      return after.putIfAbsent(one.subject(), one) == null;
    }

    private void compareReporters(LocalDate today) {
      for (ReporterDays reporter : night.reporters()) {
        if (reporter.isQuietOn(today)) {
          Announcement now = Announcement.quietReporter(reporter.name(), reporter.lastSeen());
          after.put(now.subject(), now);
          if (!now.equals(before.get(now.subject()))) {
            quiet.add(reporter);
          }
        }
      }
    }
  }
}

package dmarcreports.analysis;

import static dmarcreports.analysis.Recommendation.CUSTOM_MAIL_FROM;
import static dmarcreports.analysis.Recommendation.EASY_DKIM;
import static dmarcreports.analysis.Recommendation.OWN_IDENTITY;
import static dmarcreports.analysis.Recommendation.RELAX_ADKIM;
import static dmarcreports.analysis.Recommendation.RELAX_ASPF;
import static dmarcreports.analysis.Recommendation.REPAIR_DKIM;
import static dmarcreports.analysis.Recommendation.REPAIR_EASY_DKIM;
import static dmarcreports.analysis.Recommendation.VENDOR_DKIM;
import static dmarcreports.analysis.Recommendation.VENDOR_RETURN_PATH;

import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What tells one action from another: the changes, and what is changed.
 *
 * @param changes one, or several that work only together
 */
record ActionKey(List<Recommendation> changes, String target) implements Comparable<ActionKey> {
  /** The changes that work only together, the chief one first. */
  static final List<List<Recommendation>> BUNDLES =
      List.of(
          List.of(CUSTOM_MAIL_FROM, RELAX_ASPF),
          List.of(VENDOR_DKIM, RELAX_ADKIM),
          List.of(VENDOR_RETURN_PATH, RELAX_ASPF),
          List.of(OWN_IDENTITY, EASY_DKIM),
          List.of(REPAIR_EASY_DKIM, RELAX_ADKIM),
          List.of(REPAIR_EASY_DKIM, OWN_IDENTITY),
          List.of(REPAIR_DKIM, RELAX_ADKIM),
          List.of(REPAIR_DKIM, OWN_IDENTITY));

  /** The actions that are recommended for a cell of a stream with that advice, by priority. */
  static List<ActionKey> recommended(Cell cell, Diagnosed diagnosed) {
    return recommended(diagnosed).stream().map(changes -> of(changes, cell)).toList();
  }

  /** The changes that are recommended for a stream, by priority. */
  static List<List<Recommendation>> recommended(Diagnosed diagnosed) {
    return bundled(diagnosed).stream()
        .sorted(Comparator.comparingInt(changes -> priority(changes, diagnosed)))
        .toList();
  }

  private static int priority(List<Recommendation> changes, Diagnosed diagnosed) {
    return changes.stream().mapToInt(diagnosed.recommendations()::indexOf).min().orElseThrow();
  }

  /** Those of the changes that would touch messages such as these. */
  Set<Recommendation> changesFor(Cell cell) {
    Set<Recommendation> concerning = EnumSet.noneOf(Recommendation.class);
    for (Recommendation change : changes) {
      if (concerns(change, cell)) {
        concerning.add(change);
      }
    }
    return concerning;
  }

  /**
   * Those that touch mail written as a name below the identity, where that mail has no identity of
   * its own: it inherits the settings. Whether it has one the reports do not tell.
   */
  Set<Recommendation> inheritedBy(Cell cell) {
    Set<Recommendation> inherited = EnumSet.noneOf(Recommendation.class);
    boolean identity =
        (changes.contains(EASY_DKIM) || changes.contains(CUSTOM_MAIL_FROM))
            && !changes.contains(OWN_IDENTITY);
    Optional<DomainName> author = cell.facts().authorDomain();
    if (identity && author.isPresent() && author.get().text().endsWith("." + target)) {
      inherited.addAll(changes);
    }
    return inherited;
  }

  /** Whether the change would touch messages such as these, whatever is recommended for them. */
  boolean concerns(Recommendation change, Cell cell) {
    return change == RELAX_ASPF
        || change == RELAX_ADKIM
        || target.equals(target(changes.get(0), change, cell));
  }

  /** Whether it touches all mail under the record. */
  boolean relaxes() {
    return changes.contains(RELAX_ASPF) || changes.contains(RELAX_ADKIM);
  }

  /** The targets of the actions that may concern a cell, those that relax left out. */
  static Set<String> targets(Cell cell) {
    Set<String> targets = new LinkedHashSet<>();
    String author = text(cell.facts().authorDomain());
    targets.add(author);
    while (author.length() > cell.facts().policyDomain().text().length() && author.contains(".")) {
      author = author.substring(author.indexOf('.') + 1);
      targets.add(author);
    }
    targets.add(broken(cell.facts().dkim(), cell));
    targets.add(broken(cell.facts().spf(), cell));
    targets.add(cell.sender().name());
    targets.add(cell.sourceGroup());
    return targets;
  }

  private static List<List<Recommendation>> bundled(Diagnosed diagnosed) {
    List<Recommendation> advice = diagnosed.recommendations();
    Set<Recommendation> taken = new LinkedHashSet<>();
    List<List<Recommendation>> changes = new ArrayList<>();
    for (List<Recommendation> bundle : BUNDLES) {
      if (advice.containsAll(bundle)) {
        changes.add(bundle);
        taken.addAll(bundle);
      }
    }
    MailStream stream = diagnosed.stream();
    for (Recommendation each : advice) {
      boolean worksAlone =
          each == RELAX_ASPF && stream.spfCause() == Cause.STRICT_ONLY
              || each == RELAX_ADKIM && stream.dkimCause() == Cause.STRICT_ONLY;
      if (each != Recommendation.NONE && (!taken.contains(each) || worksAlone)) {
        changes.add(List.of(each));
      }
    }
    return changes;
  }

  /** The action that makes those changes for a cell. */
  static ActionKey of(List<Recommendation> changes, Cell cell) {
    return new ActionKey(changes, target(changes.get(0), changes.get(0), cell));
  }

  /** What a change is made to. Relaxing concerns all mail under the record, in a bundle too. */
  private static String target(Recommendation first, Recommendation change, Cell cell) {
    Facts facts = cell.facts();
    return switch (change) {
      case RELAX_ASPF, RELAX_ADKIM, ENFORCE_POLICY -> facts.policyDomain().text();
      case CUSTOM_MAIL_FROM, EASY_DKIM -> text(facts.authorDomain());
      case OWN_IDENTITY ->
          first == REPAIR_DKIM || first == REPAIR_EASY_DKIM
              ? broken(facts.dkim(), cell)
              : text(facts.authorDomain());
      case REPAIR_EASY_DKIM -> cell.sender().isSes() ? broken(facts.dkim(), cell) : "";
      case REPAIR_DKIM -> cell.sender().isSes() ? "" : broken(facts.dkim(), cell);
      case AUTHORIZE_IN_SPF, REPAIR_SPF -> broken(facts.spf(), cell);
      case VENDOR_DKIM, VENDOR_RETURN_PATH -> cell.sender().name();
      case ASK_OWNER -> cell.sender().name().isEmpty() ? cell.sourceGroup() : cell.sender().name();
      case PUBLISH_DKIM, WAIT, NONE -> cell.sourceGroup();
    };
  }

  /** The name of ours that was checked and did not pass. */
  private static String broken(Leg leg, Cell cell) {
    Optional<DomainName> broken = Optional.empty();
    for (Identity identity : leg.identities()) {
      Optional<DomainName> domain = identity.domain();
      boolean candidate = identity.relation().isOwn() && !identity.passes() && domain.isPresent();
      if (candidate && (broken.isEmpty() || domain.get().compareTo(broken.get()) < 0)) {
        broken = domain;
      }
    }
    return text(broken.or(() -> cell.facts().authorDomain()));
  }

  private static String text(Optional<DomainName> domain) {
    return domain.map(DomainName::text).orElse("");
  }

  @Override
  public int compareTo(ActionKey other) {
    return sortable().compareTo(other.sortable());
  }

  private String sortable() {
    StringBuilder sortable = new StringBuilder();
    changes.forEach(c -> sortable.append((char) ('a' + c.ordinal())));
    return sortable.append(' ').append(target).toString();
  }
}

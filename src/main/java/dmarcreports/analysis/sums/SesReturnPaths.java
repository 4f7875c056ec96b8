package dmarcreports.analysis.sums;

import dmarcreports.analysis.alignment.Leg;
import dmarcreports.analysis.alignment.Outcome;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.report.DomainName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which return paths mail through Amazon SES had, and when. Where the MX of a custom MAIL FROM
 * domain is gone, Amazon SES silently goes back to its own name ({@code USE_DEFAULT_VALUE}): mail
 * that was aligned first and shows {@code amazonses.com} later tells of that.
 */
public final class SesReturnPaths {
  private static final int NEVER = Integer.MAX_VALUE;

  private final Map<DomainName, Custom> custom = new HashMap<>();
  private final Map<Default, Integer> defaults = new HashMap<>();

  public SesReturnPaths(List<Cell> cells) {
    Cell.eachKind(cells, this::add);
  }

  private void add(List<Cell> alike) {
    CellKind kind = alike.get(0).kind();
    Optional<DomainName> author = kind.facts().authorDomain();
    int day = kind.sender().isSes() && author.isPresent() ? firstTrusted(alike) : NEVER;
    if (day != NEVER) {
      Leg spf = kind.facts().spf();
      amazons(spf)
          .ifPresent(name -> defaults.merge(new Default(author.get(), name), day, Math::min));
      own(spf)
          .map(name -> new Custom(name, day))
          .ifPresent(now -> custom.merge(author.get(), now, Custom::earlier));
    }
  }

  private static int firstTrusted(List<Cell> cells) {
    int first = NEVER;
    for (Cell cell : cells) {
      first = cell.trusted() ? Math.min(first, cell.days().first()) : first;
    }
    return first;
  }

  public Optional<DomainName> former(Cell cell) {
    Optional<DomainName> author = cell.facts().authorDomain();
    if (author.isEmpty() || !cell.sender().isSes()) {
      return Optional.empty();
    }
    Optional<DomainName> amazons = amazons(cell.facts().spf());
    Custom before = custom.get(author.get());
    if (amazons.isEmpty() || before == null) {
      return Optional.empty();
    }
    Integer since = defaults.get(new Default(author.get(), amazons.get()));
    return since != null && before.firstDay() < since
        ? Optional.of(before.name())
        : Optional.empty();
  }

  private static Optional<DomainName> amazons(Leg spf) {
    return spf.passingForeign().stream().filter(KnownSenders.AMAZON_SES::passesSpfAs).findFirst();
  }

  private static Optional<DomainName> own(Leg spf) {
    return spf.identities().stream()
        .filter(i -> i.isOwn(Outcome.PASS))
        .flatMap(i -> i.domain().stream())
        .min(Comparator.naturalOrder());
  }

  /** The first day of a custom MAIL FROM domain. */
  private record Custom(DomainName name, int firstDay) {
    Custom earlier(Custom other) {
      boolean sooner = firstDay < other.firstDay;
      boolean first = firstDay == other.firstDay && name.compareTo(other.name) <= 0;
      return sooner || first ? this : other;
    }
  }

  /** Amazon's own return path in a region. */
  private record Default(DomainName author, DomainName path) {}
}

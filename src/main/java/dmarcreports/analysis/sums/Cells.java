package dmarcreports.analysis.sums;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sender.Host;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.OwnServices;
import dmarcreports.analysis.sender.Sender;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.sender.WhoSent;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes cells of sums: tells who sent them. */
public final class Cells {
  private final SenderProfiles profiles;
  private final PublicSuffixList suffixes;
  private final ReporterTrust reporters;
  private final Map<SenderProfile, String> slugs = new IdentityHashMap<>();

  public Cells(SenderProfiles profiles, PublicSuffixList suffixes, ReporterTrust reporters) {
    this.profiles = profiles;
    this.suffixes = suffixes;
    this.reporters = reporters;
    slugs.put(KnownSenders.AMAZON_SES, KnownSenders.AMAZON_SES.slug());
    profiles.all().forEach(profile -> slugs.put(profile, profile.slug()));
  }

  /** Those of one policy domain, those of one kind side by side. */
  public List<Cell> of(DomainSums sums) {
    List<Cell> cells = new ArrayList<>();
    sums.drain(
        (facts, bySource) -> {
          Kinds kinds = new Kinds(facts);
          bySource.forEach((source, sum) -> kinds.add(source, sum));
          kinds.byGroup.values().forEach(group -> group.forEach(cells::addAll));
        });
    return new OwnKeys(cells).confirm(cells);
  }

  private String group(Sender sender, Source source) {
    if (sender.service().isEmpty()) {
      return source.network();
    }
    String known = slugs.get(sender.service().get());
    return known != null ? known : sender.service().get().slug();
  }

  /** The kinds of cells with the same facts. */
  private final class Kinds {
    private final Facts facts;
    private final Set<DomainName> foreign;
    private final Map<Host, Map<Boolean, Sender>> senders = new HashMap<>(2);
    private final Map<String, List<List<Cell>>> byGroup = new HashMap<>();

    private Kinds(Facts facts) {
      this.facts = facts;
      this.foreign = new HashSet<>(facts.dkim().passingForeign());
      foreign.addAll(facts.spf().passingForeign());
    }

    private void add(Source source, DomainSums.Sum sum) {
      Sender proven =
          senders
              .computeIfAbsent(source.host(), h -> new HashMap<>(2))
              .computeIfAbsent(
                  source.isSes(),
                  ses -> WhoSent.sender(facts, ses, source.host(), profiles, suffixes));
      Optional<SenderLabel> label =
          profiles.labels().find(source.address(), foreign, proven.service());
      Sender sender = OwnServices.sender(proven, facts, label, profiles.all());
      boolean addressed = source.address().isPresent();
      String group = group(sender, source);
      List<List<Cell>> known = byGroup.computeIfAbsent(group, g -> new ArrayList<>(1));
      for (List<Cell> cells : known) {
        CellKind kind = cells.get(0).kind();
        if (kind.addressed() == addressed
            && kind.label().equals(label)
            && kind.sender().equals(sender)) {
          cells.add(cell(kind, source, sum));
          return;
        }
      }
      List<Cell> cells = new ArrayList<>(1);
      cells.add(cell(new CellKind(facts, sender, label, group, addressed), source, sum));
      known.add(cells);
    }

    private Cell cell(CellKind kind, Source source, DomainSums.Sum sum) {
      return new Cell(
          kind,
          source,
          sum.messages(),
          sum.days(),
          sum.reporters(),
          reporters.isReliable(sum.reporters()));
    }
  }
}

package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** A remedy that is being written; nothing is said twice in it. */
final class RemedyDraft {
  /** So many names are listed one by one; the others are counted. */
  static final int NAMED = 20;

  private final Set<Saying> needs = new LinkedHashSet<>();
  private final Set<Saying> assumes = new LinkedHashSet<>();
  private final Set<Step> steps = new LinkedHashSet<>();
  private final Set<DnsRecord> dnsRecords = new LinkedHashSet<>();
  private final Set<Remedy.Snippet> snippets = new LinkedHashSet<>();

  void needs(Saying sentence) {
    needs.add(sentence);
  }

  void needsIf(boolean so, Saying sentence) {
    if (so) {
      needs(sentence);
    }
  }

  void assumes(Saying sentence) {
    assumes.add(sentence);
  }

  void assumesIf(boolean so, Saying sentence) {
    if (so) {
      assumes(sentence);
    }
  }

  RemedyDraft step(Step step) {
    steps.add(step);
    return this;
  }

  RemedyDraft step(Saying sentence) {
    return step(Step.of(sentence));
  }

  RemedyDraft step(Saying sentence, String command) {
    return step(Step.of(sentence, command));
  }

  void stepIf(boolean so, Saying sentence) {
    if (so) {
      step(sentence);
    }
  }

  RemedyDraft dns(DnsRecord dnsRecord) {
    dnsRecords.add(dnsRecord);
    return this;
  }

  void snippet(Remedy.Snippet snippet) {
    snippets.add(snippet);
  }

  /** What is done after all that stands here. */
  void then(RemedyDraft next) {
    needs.addAll(next.needs);
    assumes.addAll(next.assumes);
    steps.addAll(next.steps);
    dnsRecords.addAll(next.dnsRecords);
    snippets.addAll(next.snippets);
  }

  Remedy remedy() {
    return new Remedy(
        new ArrayList<>(needs),
        new ArrayList<>(assumes),
        new ArrayList<>(steps),
        new ArrayList<>(dnsRecords),
        new ArrayList<>(snippets));
  }

  /** The first {@link #NAMED} of them, and how many more there are. */
  static Names list(Collection<?> all) {
    return list(all, NAMED);
  }

  static Names list(Collection<?> all, int most) {
    return Names.of(Names.Joint.COMMA, all, most);
  }
}

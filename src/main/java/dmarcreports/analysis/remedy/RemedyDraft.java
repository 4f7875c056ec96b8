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

  RemedyDraft needs(Saying sentence) {
    needs.add(sentence);
    return this;
  }

  RemedyDraft needsIf(boolean so, Saying sentence) {
    return so ? needs(sentence) : this;
  }

  RemedyDraft assumes(Saying sentence) {
    assumes.add(sentence);
    return this;
  }

  RemedyDraft assumesIf(boolean so, Saying sentence) {
    return so ? assumes(sentence) : this;
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

  RemedyDraft stepIf(boolean so, Saying sentence) {
    return so ? step(sentence) : this;
  }

  RemedyDraft dns(DnsRecord dnsRecord) {
    dnsRecords.add(dnsRecord);
    return this;
  }

  RemedyDraft snippet(Remedy.Snippet snippet) {
    snippets.add(snippet);
    return this;
  }

  /** What is done after all that stands here. */
  RemedyDraft then(RemedyDraft next) {
    needs.addAll(next.needs);
    assumes.addAll(next.assumes);
    steps.addAll(next.steps);
    dnsRecords.addAll(next.dnsRecords);
    snippets.addAll(next.snippets);
    return this;
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

package dmarcreports.analysis.remedy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A remedy that is being written; nothing is said twice in it. */
final class RemedyDraft {
  /** So many names are listed one by one; the others are counted. */
  static final int NAMED = 20;

  private final Set<String> needs = new LinkedHashSet<>();
  private final Set<String> assumes = new LinkedHashSet<>();
  private final Set<String> steps = new LinkedHashSet<>();
  private final Set<String> dnsRecords = new LinkedHashSet<>();
  private final Set<Remedy.Snippet> snippets = new LinkedHashSet<>();

  RemedyDraft needs(String sentence) {
    needs.add(sentence);
    return this;
  }

  RemedyDraft needsIf(boolean so, String sentence) {
    return so ? needs(sentence) : this;
  }

  RemedyDraft assumes(String sentence) {
    assumes.add(sentence);
    return this;
  }

  RemedyDraft assumesIf(boolean so, String sentence) {
    return so ? assumes(sentence) : this;
  }

  RemedyDraft step(String step) {
    steps.add(step);
    return this;
  }

  RemedyDraft stepIf(boolean so, String step) {
    return so ? step(step) : this;
  }

  RemedyDraft dns(String masterFileRecord) {
    dnsRecords.add(masterFileRecord);
    return this;
  }

  RemedyDraft snippet(String language, String text) {
    snippets.add(new Remedy.Snippet(language, text));
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

  /** A remedy to go on from. */
  static RemedyDraft of(Remedy remedy) {
    RemedyDraft draft = new RemedyDraft();
    draft.needsIf(!remedy.needs().isEmpty(), remedy.needs());
    draft.assumesIf(!remedy.assumes().isEmpty(), remedy.assumes());
    draft.steps.addAll(remedy.steps());
    draft.dnsRecords.addAll(remedy.dnsRecords());
    draft.snippets.addAll(remedy.snippets());
    return draft;
  }

  Remedy remedy() {
    return new Remedy(
        String.join(" ", needs),
        String.join(" ", assumes),
        new ArrayList<>(steps),
        new ArrayList<>(dnsRecords),
        new ArrayList<>(snippets));
  }

  /** The first {@link #NAMED} of them, and how many more there are. */
  static String list(Collection<?> all) {
    return list(all, NAMED);
  }

  static String list(Collection<?> all, int most) {
    List<String> named = all.stream().limit(most).map(Object::toString).toList();
    int more = all.size() - named.size();
    return named.stream().collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}

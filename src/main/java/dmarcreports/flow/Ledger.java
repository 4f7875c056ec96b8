package dmarcreports.flow;

import dmarcreports.output.Counted;
import dmarcreports.report.DomainName;
import dmarcreports.report.Messages;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.store.Overtaken;
import dmarcreports.store.Saved;
import dmarcreports.store.rows.Outcome;
import dmarcreports.stored.RunSums;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What became of every input and every document of a run. It balances: {@code inputs =
 * withDocuments + notReports + unreadable}, {@code documents = stored + duplicates + conflicts +
 * discarded}.
 */
public final class Ledger {
  private long withDocuments;
  private long whollyDiscarded;
  private long notReports;
  private long unreadable;
  private long stored;
  private long duplicates;
  private long repeated;
  private long conflicts;
  private long discarded;
  private long records;
  private long messages;
  private long deviations;
  private final List<Discard> discards = new ArrayList<>();
  private final Set<DomainName> known;
  private final SortedSet<DomainName> newDomains = new TreeSet<>();

  /**
   * Nothing so far.
   *
   * @param known the policy domains of the reports stored before; empty where none is new
   */
  Ledger(Set<DomainName> known) {
    this.known = Set.copyOf(known);
  }

  /** Something discarded. */
  record Discard(Origin origin, UnreadableReport why) {}

  /**
   * An input held documents.
   *
   * @param read whether any of them could be read
   */
  void withDocuments(boolean read) {
    withDocuments++;
    whollyDiscarded += read ? 0 : 1;
  }

  void notReport() {
    notReports++;
  }

  void unreadable() {
    unreadable++;
  }

  void discarded() {
    discarded++;
  }

  void discard(Origin origin, UnreadableReport why) {
    discards.add(new Discard(origin, why));
  }

  /**
   * A duplicate.
   *
   * @param ofThisRun whether it is one of a report that this run stored
   */
  void duplicate(boolean ofThisRun) {
    duplicates++;
    repeated += ofThisRun ? 1 : 0;
  }

  /** How many duplicates there were of what this run stored; the others are of older reports. */
  public long repeated() {
    return repeated;
  }

  void document(Saved report, DomainName domain) {
    switch (report.outcome()) {
      case STORED -> {
        stored++;
        if (!known.isEmpty() && !known.contains(domain)) {
          newDomains.add(domain);
        }
        records += report.records();
        messages = Messages.sum(messages, report.messages());
        deviations += report.deviations();
      }
      case DUPLICATE -> duplicate(report.repeatsThisRun());
      case CONFLICT -> conflicts++;
    }
  }

  /** A report counted as stored turned out to be what another run had stored first. */
  void overtaken(Overtaken report) {
    stored--;
    records -= report.records();
    messages -= messages == Long.MAX_VALUE ? 0 : report.messages();
    deviations -= report.deviations();
    if (report.outcome() == Outcome.CONFLICT) {
      conflicts++;
    } else {
      duplicates++;
    }
  }

  long inputs() {
    return withDocuments + notReports + unreadable;
  }

  long documents() {
    return stored + duplicates + conflicts + discarded;
  }

  /**
   * Policy domains that no report before was about, by name; none where these are the first reports
   * of all.
   */
  public SortedSet<DomainName> newDomains() {
    return Collections.unmodifiableSortedSet(newDomains);
  }

  /** Whether anything was discarded or could not be read. */
  public boolean hasDiscards() {
    return !discards.isEmpty();
  }

  /** The sums of it, to be kept. */
  public RunSums sums() {
    return new RunSums(
        inputs(),
        notReports,
        unreadable,
        stored,
        duplicates,
        conflicts,
        discarded,
        records,
        messages);
  }

  /**
   * The ledger in one line. An input of which nothing could be read is not one with reports; both
   * are with documents.
   */
  public String line(String db) {
    return Counted.of(inputs(), "input")
        + ": "
        + (withDocuments - whollyDiscarded)
        + " with reports, "
        + notReports
        + " not a report, "
        + unreadable
        + " unreadable"
        + (whollyDiscarded > 0 ? ", " + whollyDiscarded + " wholly discarded" : "")
        + " · "
        + Counted.of(documents(), "document")
        + ": "
        + stored
        + " stored, "
        + Counted.of(duplicates, "duplicate")
        + ", "
        + Counted.of(conflicts, "conflict")
        + ", "
        + discarded
        + " discarded · "
        + Counted.of(records, "record")
        + ", "
        + Counted.of(messages, "message")
        + " · "
        + db;
  }

  /** The ledger as one JSON object. */
  public Map<String, Object> json(String db, double seconds) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("inputs", inputs());
    json.put("with_documents", withDocuments);
    json.put("not_reports", notReports);
    json.put("unreadable", unreadable);
    json.put("documents", documents());
    json.put("stored", stored);
    json.put("duplicates", duplicates);
    json.put("conflicts", conflicts);
    json.put("discarded", discarded);
    json.put("records", records);
    json.put("messages", messages);
    json.put("deviations", deviations);
    json.put("seconds", seconds);
    json.put("db", db);
    List<Object> list = new ArrayList<>();
    for (Discard one : discards) {
      Map<String, Object> discard = new LinkedHashMap<>();
      discard.put("input", one.origin().input());
      discard.put("member", one.origin().member());
      discard.put("reason", one.why().reason().word());
      discard.put("detail", one.why().getMessage());
      list.add(discard);
    }
    json.put("discards", list);
    json.put("new_domains", newDomains.stream().map(DomainName::text).toList());
    return json;
  }
}

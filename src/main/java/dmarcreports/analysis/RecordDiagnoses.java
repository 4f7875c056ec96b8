package dmarcreports.analysis;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.stream.Diagnosed;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.report.AggregateRecord;
import dmarcreports.report.Evidence;
import dmarcreports.report.SourceIp;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The diagnosis of the stream that a record belongs to. */
public final class RecordDiagnoses {
  private static final int MAX_REMEMBERED = 10_000;

  private final Map<Key, Diagnosed> diagnosed;
  private final Map<Diagnosed, Diagnosis> told = new IdentityHashMap<>();
  private final Function<Evidence, Facts> facts;

  RecordDiagnoses(Map<Key, Diagnosed> diagnosed, Function<Evidence, Facts> facts) {
    this.diagnosed = diagnosed;
    this.facts = facts;
  }

  /** What tells a record's stream. */
  record Key(Facts facts, Optional<SourceIp> source) {}

  /**
   * The stream's diagnosis, which takes time by the number of its sources: it is remembered.
   *
   * @throws IllegalArgumentException for a record that was not collected
   */
  public Diagnosis of(AggregateRecord record) {
    Diagnosed stream = diagnosed.get(new Key(facts.apply(record.evidence()), record.sourceIp()));
    if (stream == null) {
      throw new IllegalArgumentException("not collected: " + record);
    }
    if (told.size() >= MAX_REMEMBERED) {
      told.clear();
    }
    return told.computeIfAbsent(stream, one -> one.diagnosis(one.stream().cells()));
  }
}

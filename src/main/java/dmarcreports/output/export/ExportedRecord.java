package dmarcreports.output.export;

import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.report.AggregateRecord;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.PolicyPublished;
import dmarcreports.stored.StoredReport;

/** A stored record with its report and what is the matter with its mail. */
public record ExportedRecord(StoredReport stored, AggregateRecord record, Diagnosis diagnosis) {
  Evidence evidence() {
    return record.evidence();
  }

  Identifiers identifiers() {
    return record.evidence().identifiers();
  }

  PolicyPublished policy() {
    return record.evidence().policy();
  }
}

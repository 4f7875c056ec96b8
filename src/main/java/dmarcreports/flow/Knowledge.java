package dmarcreports.flow;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.dns.Snapshot;
import dmarcreports.store.ReportReader;
import java.time.Duration;

/**
 * What is known before any report is read.
 *
 * @param dnsAge how old what DNS has shown may be, counted back from the newest day stored or from
 *     the last look-up, whichever is later
 */
public record Knowledge(PublicSuffixList suffixes, SenderProfiles senders, Duration dnsAge) {
  /** Nothing collected yet. */
  Analysis.Collector collector() {
    return new Analysis.Collector(suffixes, senders);
  }

  /** What DNS has shown, as far as it is not too old. */
  Snapshot published(ReportReader reports) {
    return reports.lookups().snapshot(dnsAge, reports::newestDay);
  }
}

package dmarcreports.flow;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sender.SenderProfiles;

/** What is known before any report is read. */
public record Knowledge(PublicSuffixList suffixes, SenderProfiles senders) {
  /** Nothing collected yet. */
  Analysis.Collector collector() {
    return new Analysis.Collector(suffixes, senders);
  }
}

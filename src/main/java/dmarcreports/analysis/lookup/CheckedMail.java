package dmarcreports.analysis.lookup;

import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.saying.Saying;
import java.util.List;

/**
 * What DNS shows now of what one mail rests on.
 *
 * @param mail as it is explained beside that
 * @param findings by topic: DMARC, SPF, MAIL FROM, then a key for each signature
 */
public record CheckedMail(ExplainedMail mail, List<Finding> findings) {
  /** Keeps its own copy of the list. */
  public CheckedMail {
    findings = List.copyOf(findings);
  }

  /** How many findings weigh so much. */
  public long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  /** What DNS shows otherwise than the receiver saw it, in the order of the findings. */
  public List<Saying> changes() {
    return findings.stream()
        .flatMap(finding -> finding.remarks().stream())
        .map(Remark::meaning)
        .filter(one -> one.phrase() instanceof MailRemark remark && remark.isChange())
        .toList();
  }
}

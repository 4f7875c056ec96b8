package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What single codes mean. */
enum WordPhrase implements Phrase {
  ADDRESSES_NOT_NAMED,
  CONFIDENCE_CERTAIN,
  CONFIDENCE_LIKELY,
  CONFIDENCE_GUESS,
  FAILURE_SPF_ALIGNMENT,
  FAILURE_DKIM_ALIGNMENT,
  FAILURE_SPF_AND_DKIM_ALIGNMENT,
  FAILURE_AUTHENTICATION,
  FAILURE_UNEXPLAINED,
  FAILURE_NONE,
  STATE_OPEN,
  STATE_REPAIRED,
  STATE_BACK,
  STATE_SILENT,
  FAULT_CONTRADICTS_ITSELF,
  FAULT_ECHOES_RAW_RESULTS,
  FAULT_SWAPS_VERDICTS,
  FAULT_PARTIAL_EVIDENCE,
  POLICY_NONE,
  POLICY_QUARANTINE,
  POLICY_REJECT;

  @Override
  public String subject() {
    return "wording.word";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}

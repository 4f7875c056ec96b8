package dmarcreports.report;

import java.util.List;

/**
 * Everything that a record says of its messages but where they came from and how many they were.
 * What repeats from record to record and from report to report is one evidence.
 *
 * @param policy the policy that the messages met
 * @param deviations how the record departs from the format
 */
public record Evidence(
    PolicyPublished policy,
    PolicyEvaluated policyEvaluated,
    Identifiers identifiers,
    AuthResults authResults,
    List<Deviation> deviations) {

  /** Keeps its own copy of the list. */
  public Evidence {
    deviations = List.copyOf(deviations);
  }
}

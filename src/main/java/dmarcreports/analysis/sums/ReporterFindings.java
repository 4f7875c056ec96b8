package dmarcreports.analysis.sums;

import java.util.List;
import java.util.Locale;

/**
 * How far the reports of one reporter hold together.
 *
 * @param reporter its name
 * @param contradictions records whose verdict does not follow from the checks that they list
 * @param faults what is the matter; empty for one that is reliable
 */
public record ReporterFindings(String reporter, long contradictions, List<Fault> faults) {
  /** Keeps its own copy of the list. */
  public ReporterFindings {
    faults = List.copyOf(faults);
  }

  /** In which way a reporter is not to be relied on. */
  public enum Fault {
    /** Gives verdicts that its checks do not bear out. */
    CONTRADICTS_ITSELF,
    /** Calls aligned whatever passes, for whatever domain. */
    ECHOES_RAW_RESULTS,
    /** Gives the verdict of SPF for DKIM and the other way round. */
    SWAPS_VERDICTS,
    /** Leaves out the checks that a verdict rests on. */
    PARTIAL_EVIDENCE;

    /** The word for it in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

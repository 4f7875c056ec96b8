package dmarcreports.analysis.lookup;

/** How much a remark weighs; what weighs more comes later. */
public enum Severity {
  /** As it should be. */
  OK,
  /** Worth knowing; nothing has to be done. */
  NOTE,
  /** It cannot be told whether something has to be done. */
  UNKNOWN,
  /** Something has to be done. */
  ATTENTION
}

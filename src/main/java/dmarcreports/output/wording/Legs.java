package dmarcreports.output.wording;

import dmarcreports.analysis.alignment.Cause;

/** What became of SPF and of DKIM. */
final class Legs {
  private Legs() {}

  static LegPhrase spf(Cause cause) {
    return switch (cause) {
      case REPORT_PASS_UNSUPPORTED -> LegPhrase.PASS_BY_WORD_ALONE;
      case REPORT_FAIL_CONTRADICTED -> LegPhrase.FAIL_AGAINST_CHECKS;
      case ALIGNED_EXACT -> LegPhrase.ALIGNED_EXACT;
      case ALIGNED_ORG -> LegPhrase.ALIGNED_ORG;
      case STRICT_ONLY -> LegPhrase.SPF_STRICT_ONLY;
      case PASS_FOREIGN -> LegPhrase.PASS_FOREIGN;
      case OWN_FAIL -> LegPhrase.SPF_FAIL;
      case OWN_SOFTFAIL -> LegPhrase.SPF_SOFTFAIL;
      case OWN_NEUTRAL -> LegPhrase.SPF_NEUTRAL;
      case OWN_NONE -> LegPhrase.SPF_NONE;
      case OWN_PERMERROR -> LegPhrase.SPF_PERMERROR;
      case OWN_TEMPERROR -> LegPhrase.SPF_TEMPERROR;
      case OWN_POLICY -> LegPhrase.SPF_POLICY;
      case FAIL_FOREIGN -> LegPhrase.FAIL_FOREIGN;
      case MISSING -> LegPhrase.SPF_MISSING;
    };
  }

  static LegPhrase dkim(Cause cause) {
    return switch (cause) {
      case REPORT_PASS_UNSUPPORTED -> LegPhrase.PASS_BY_WORD_ALONE;
      case REPORT_FAIL_CONTRADICTED -> LegPhrase.FAIL_AGAINST_CHECKS;
      case ALIGNED_EXACT -> LegPhrase.ALIGNED_EXACT;
      case ALIGNED_ORG -> LegPhrase.ALIGNED_ORG;
      case STRICT_ONLY -> LegPhrase.DKIM_STRICT_ONLY;
      case PASS_FOREIGN -> LegPhrase.PASS_FOREIGN;
      case OWN_FAIL -> LegPhrase.DKIM_FAIL;
      case OWN_NONE, OWN_NEUTRAL -> LegPhrase.DKIM_FORM;
      case OWN_SOFTFAIL, OWN_POLICY -> LegPhrase.DKIM_POLICY;
      case OWN_PERMERROR -> LegPhrase.DKIM_PERMERROR;
      case OWN_TEMPERROR -> LegPhrase.DKIM_TEMPERROR;
      case FAIL_FOREIGN -> LegPhrase.FAIL_FOREIGN;
      case MISSING -> LegPhrase.DKIM_MISSING;
    };
  }
}

package dmarcreports.analysis.alignment;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** The causes in a sentence each, by mechanism, for people who know mail and not DMARC. */
public enum CausePhrase implements Phrase {
  SPF_REPORT_PASS_UNSUPPORTED,
  SPF_REPORT_FAIL_CONTRADICTED,
  SPF_ALIGNED_EXACT,
  SPF_ALIGNED_ORG,
  SPF_STRICT_ONLY,
  SPF_PASS_FOREIGN,
  SPF_OWN_FAIL,
  SPF_OWN_NEUTRAL,
  SPF_OWN_NONE,
  SPF_OWN_PERMERROR,
  SPF_OWN_TEMPERROR,
  SPF_OWN_POLICY,
  SPF_FAIL_FOREIGN,
  SPF_MISSING,

  DKIM_REPORT_PASS_UNSUPPORTED,
  DKIM_REPORT_FAIL_CONTRADICTED,
  DKIM_ALIGNED_EXACT,
  DKIM_ALIGNED_ORG,
  DKIM_STRICT_ONLY,
  DKIM_PASS_FOREIGN,
  DKIM_OWN_FAIL,
  DKIM_OWN_ODD,
  DKIM_OWN_PERMERROR,
  DKIM_OWN_TEMPERROR,
  DKIM_FAIL_FOREIGN,
  DKIM_MISSING;

  public static CausePhrase of(Mechanism mechanism, Cause cause) {
    return switch (mechanism) {
      case SPF -> spf(cause);
      case DKIM -> dkim(cause);
    };
  }

  private static CausePhrase spf(Cause cause) {
    return switch (cause) {
      case REPORT_PASS_UNSUPPORTED -> SPF_REPORT_PASS_UNSUPPORTED;
      case REPORT_FAIL_CONTRADICTED -> SPF_REPORT_FAIL_CONTRADICTED;
      case ALIGNED_EXACT -> SPF_ALIGNED_EXACT;
      case ALIGNED_ORG -> SPF_ALIGNED_ORG;
      case STRICT_ONLY -> SPF_STRICT_ONLY;
      case PASS_FOREIGN -> SPF_PASS_FOREIGN;
      case OWN_FAIL, OWN_SOFTFAIL -> SPF_OWN_FAIL;
      case OWN_NEUTRAL -> SPF_OWN_NEUTRAL;
      case OWN_NONE -> SPF_OWN_NONE;
      case OWN_PERMERROR -> SPF_OWN_PERMERROR;
      case OWN_TEMPERROR -> SPF_OWN_TEMPERROR;
      case OWN_POLICY -> SPF_OWN_POLICY;
      case FAIL_FOREIGN -> SPF_FAIL_FOREIGN;
      case MISSING -> SPF_MISSING;
    };
  }

  private static CausePhrase dkim(Cause cause) {
    return switch (cause) {
      case REPORT_PASS_UNSUPPORTED -> DKIM_REPORT_PASS_UNSUPPORTED;
      case REPORT_FAIL_CONTRADICTED -> DKIM_REPORT_FAIL_CONTRADICTED;
      case ALIGNED_EXACT -> DKIM_ALIGNED_EXACT;
      case ALIGNED_ORG -> DKIM_ALIGNED_ORG;
      case STRICT_ONLY -> DKIM_STRICT_ONLY;
      case PASS_FOREIGN -> DKIM_PASS_FOREIGN;
      case OWN_FAIL -> DKIM_OWN_FAIL;
      case OWN_SOFTFAIL, OWN_NONE, OWN_NEUTRAL, OWN_POLICY -> DKIM_OWN_ODD;
      case OWN_PERMERROR -> DKIM_OWN_PERMERROR;
      case OWN_TEMPERROR -> DKIM_OWN_TEMPERROR;
      case FAIL_FOREIGN -> DKIM_FAIL_FOREIGN;
      case MISSING -> DKIM_MISSING;
    };
  }

  @Override
  public String subject() {
    return "cause";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}

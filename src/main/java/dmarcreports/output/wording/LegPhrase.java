package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What became of SPF or DKIM. */
enum LegPhrase implements Phrase {
  PASS_BY_WORD_ALONE,
  FAIL_AGAINST_CHECKS,
  ALIGNED_EXACT,
  ALIGNED_ORG,
  PASS_FOREIGN,
  FAIL_FOREIGN,
  SPF_STRICT_ONLY,
  SPF_FAIL,
  SPF_SOFTFAIL,
  SPF_NEUTRAL,
  SPF_NONE,
  SPF_PERMERROR,
  SPF_TEMPERROR,
  SPF_POLICY,
  SPF_MISSING,
  DKIM_STRICT_ONLY,
  DKIM_FAIL,
  DKIM_FORM,
  DKIM_POLICY,
  DKIM_PERMERROR,
  DKIM_TEMPERROR,
  DKIM_MISSING;

  @Override
  public String subject() {
    return "wording.leg";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}

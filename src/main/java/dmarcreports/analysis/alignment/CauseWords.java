package dmarcreports.analysis.alignment;

/** Causes in a sentence each, for people who know mail and not DMARC. */
public final class CauseWords {
  private CauseWords() {}

  public static String of(Mechanism mechanism, Cause cause) {
    return switch (mechanism) {
      case SPF -> spf(cause);
      case DKIM -> dkim(cause);
    };
  }

  private static String spf(Cause cause) {
    return switch (cause) {
      case REPORT_PASS_UNSUPPORTED ->
          "The receiver says that SPF proves the From domain and lists no check that does. Its word"
              + " is the verdict.";
      case REPORT_FAIL_CONTRADICTED ->
          "A check that proves the From domain is listed, and the receiver says no. Its word is the"
              + " verdict.";
      case ALIGNED_EXACT -> "SPF proves the From domain: the same name.";
      case ALIGNED_ORG -> "SPF proves the From domain: another name of the same organization.";
      case STRICT_ONLY ->
          "SPF proves another name of your organization, but aspf=s in your DMARC record lets only"
              + " the From domain itself count.";
      case PASS_FOREIGN ->
          "SPF is in order, but for the domain of another organization: it says nothing about"
              + " yours.";
      case OWN_FAIL, OWN_SOFTFAIL ->
          "The SPF record of that name does not list the server that sent this.";
      case OWN_NEUTRAL -> "The SPF record of that name takes no position on this server.";
      case OWN_NONE -> "That name publishes no SPF record.";
      case OWN_PERMERROR ->
          "The SPF record of that name is broken: several records, more than ten look-ups, or a"
              + " mistake in it.";
      case OWN_TEMPERROR -> "DNS did not answer when SPF was checked.";
      case OWN_POLICY -> "The receiver does not accept that check, by a rule of its own.";
      case FAIL_FOREIGN -> "The envelope names another organization, and SPF refuses even that.";
      case MISSING -> "SPF proves nothing: not checked, no record, or not told.";
    };
  }

  private static String dkim(Cause cause) {
    return switch (cause) {
      case REPORT_PASS_UNSUPPORTED ->
          "The receiver says that DKIM proves the From domain and lists no signature that does. Its"
              + " word is the verdict.";
      case REPORT_FAIL_CONTRADICTED ->
          "A signature that proves the From domain is listed, and the receiver says no. Its word is"
              + " the verdict.";
      case ALIGNED_EXACT -> "A signature proves the From domain: the same name.";
      case ALIGNED_ORG ->
          "A signature proves the From domain: another name of the same organization.";
      case STRICT_ONLY ->
          "A signature proves another name of your organization, but adkim=s in your DMARC record"
              + " lets only the From domain itself count.";
      case PASS_FOREIGN ->
          "The signature is in order, but it is another organization's: it says nothing about"
              + " yours.";
      case OWN_FAIL ->
          "Your signature does not verify: the mail was changed after signing, or the published key"
              + " is another.";
      case OWN_SOFTFAIL, OWN_NONE, OWN_NEUTRAL, OWN_POLICY ->
          "The receiver does not accept your signature as it is.";
      case OWN_PERMERROR -> "The key of your signature is missing in DNS, or cannot be read.";
      case OWN_TEMPERROR -> "DNS did not give the key of your signature.";
      case FAIL_FOREIGN -> "The only signature is another organization's, and it does not verify.";
      case MISSING ->
          "No signature is reported: not signed, or the reporter left out one that did not verify.";
    };
  }
}

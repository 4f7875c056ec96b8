package dmarcreports.analysis.remedy;

import dmarcreports.report.DomainName;

/**
 * A command of {@code aws sesv2} about one identity.
 *
 * @param arguments behind the identity, a blank before each
 */
record SesCommand(String action, String arguments) {
  private static final String VIEW = "get-email-identity";
  private static final String KEY_LENGTH = "NextSigningKeyLength=RSA_2048_BIT";

  static final SesCommand GET = new SesCommand(VIEW, "");
  static final SesCommand GET_DKIM = new SesCommand(VIEW, " --query DkimAttributes");
  static final SesCommand GET_MAIL_FROM = new SesCommand(VIEW, " --query MailFromAttributes");

  /** Creates the identity, with Easy DKIM. */
  static final SesCommand CREATE =
      new SesCommand("create-email-identity", " --dkim-signing-attributes " + KEY_LENGTH);

  /** Starts Easy DKIM, or starts it again. */
  static final SesCommand START =
      new SesCommand(
          "put-email-identity-dkim-signing-attributes",
          " --signing-attributes-origin AWS_SES --signing-attributes " + KEY_LENGTH);

  /** Signs with Easy DKIM once it is set up. */
  static final SesCommand TURN_ON =
      new SesCommand("put-email-identity-dkim-attributes", " --signing-enabled");

  /** Sets the MAIL FROM domain; mail goes on where its MX record is not found. */
  static SesCommand setMailFrom(String mailFrom) {
    return new SesCommand(
        "put-email-identity-mail-from-attributes",
        " --mail-from-domain " + mailFrom + " --behavior-on-mx-failure USE_DEFAULT_VALUE");
  }

  /** As it is typed. */
  String of(DomainName identity, String region) {
    return "aws sesv2 "
        + action
        + " --email-identity "
        + identity
        + arguments
        + " --region "
        + region;
  }
}

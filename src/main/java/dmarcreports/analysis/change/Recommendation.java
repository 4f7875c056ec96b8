package dmarcreports.analysis.change;

import java.util.Locale;

/** What somebody could do about failing mail. */
public enum Recommendation {
  /** Publish {@code aspf=r}. */
  RELAX_ASPF,
  /** Publish {@code adkim=r}. */
  RELAX_ADKIM,
  /** Give the identity at Amazon SES a MAIL FROM domain of its own. */
  CUSTOM_MAIL_FROM,
  /** Turn on Easy DKIM for the identity at Amazon SES. */
  EASY_DKIM,
  /** Publish the CNAME records of Easy DKIM again. */
  REPAIR_EASY_DKIM,
  /** Verify the Author Domain as an identity of its own, or make the two names identical. */
  OWN_IDENTITY,
  /** Have the service sign with your domain. */
  VENDOR_DKIM,
  /** Have the service use a return path below your domain. */
  VENDOR_RETURN_PATH,
  /** Sign with your domain. */
  PUBLISH_DKIM,
  /** Publish the missing key, or find what changes the mail after signing. */
  REPAIR_DKIM,
  /** Add the address to your SPF record. */
  AUTHORIZE_IN_SPF,
  /** Mend your SPF record. */
  REPAIR_SPF,
  /** Find out who sends this. */
  ASK_OWNER,
  /** See whether the domain sends mail at all, and say so in DNS where it does not. */
  PARK_DOMAIN,
  /** Publish a stricter policy: that is what stops this mail. */
  ENFORCE_POLICY,
  /** See whether it passes over. */
  WAIT,
  /** Nothing to do. */
  NONE;

  /** Whether it asks somebody to look or to change something, other than the policy. */
  public boolean isRepair() {
    return this != ENFORCE_POLICY && this != WAIT && this != NONE;
  }

  /** Whether it relaxes the alignment that the DMARC record demands. */
  public boolean isRelaxing() {
    return this == RELAX_ASPF || this == RELAX_ADKIM;
  }

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dmarcreports.analysis.change;

import dmarcreports.analysis.alignment.Leg;
import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What a change does to a failing message, and why: the reasons that {@link WhatIf} knows. */
public enum Effect implements Phrase {
  NO_AUTHOR(Gain.NO),
  NO_CHANGE(Gain.NO),
  CONTRADICTED(Gain.MAYBE),
  THEIRS(Gain.NO),

  SPF_RELAXED(Gain.YES),
  SPF_FOREIGN(Gain.NO),
  SPF_ALREADY_RELAXED(Gain.NO),
  SPF_UNSEEN(Gain.MAYBE),
  SPF_NOTHING_TO_RELAX(Gain.NO),

  DKIM_RELAXED(Gain.YES),
  DKIM_OTHER_IDENTITY(Gain.YES),
  DKIM_FOREIGN(Gain.NO),
  DKIM_ALREADY_RELAXED(Gain.NO),
  DKIM_NOTHING_TO_RELAX(Gain.NO),
  NO_OWN_SIGNATURE(Gain.NO),

  NOT_SES(Gain.NO),
  MAIL_FROM_STRICT(Gain.NO),
  MAIL_FROM_PASSES(Gain.YES),
  MAIL_FROM_OPEN(Gain.MAYBE),
  MAIL_FROM_FAILS(Gain.NO),
  MAIL_FROM_REPLACED(Gain.NO),
  MAIL_FROM_UNSEEN(Gain.MAYBE),
  EASY_DKIM_PASSES(Gain.YES),
  EASY_DKIM_OPEN(Gain.MAYBE),
  EASY_DKIM_FAILS(Gain.NO),
  EASY_DKIM_UNSEEN(Gain.MAYBE),
  EASY_DKIM_MASKED(Gain.MAYBE),
  EASY_DKIM_OF_PARENT(Gain.MAYBE),

  NO_BROKEN_KEY(Gain.NO),
  KEY_PUBLISHED(Gain.YES),
  KEY_OPEN(Gain.MAYBE),
  KEY_ALONE_WRONG(Gain.YES),
  ALTERED(Gain.NO),
  SIGNATURE_OPEN(Gain.MAYBE),

  NO_VENDOR(Gain.NO),
  NO_RETURN_PATH(Gain.NO),
  RETURN_PATH_STRICT(Gain.NO),
  VENDOR_NEVER_SIGNS(Gain.NO),
  VENDOR_SIGNS_BELOW(Gain.NO),
  VENDOR_OF_SUBDOMAIN(Gain.MAYBE),
  VENDOR_PASSES(Gain.YES),
  VENDOR_OPEN(Gain.MAYBE),
  VENDOR_FAILS(Gain.NO),
  VENDOR_UNSIGNED(Gain.MAYBE),
  VENDOR_UNSURE(Gain.MAYBE),
  VENDOR_MASKED(Gain.MAYBE),
  VENDOR_SIGNS_ALREADY(Gain.MAYBE),
  VENDOR_PATH_UNSEEN(Gain.MAYBE),
  RETURN_PATH_EXACT(Gain.YES),
  RETURN_PATH_OPEN(Gain.MAYBE),
  LABELLED_FORWARDER(Gain.MAYBE),

  SERVICE_SIGNS(Gain.NO),
  SIGNED_BY_OWNER(Gain.YES),
  SIGNED_IF_OURS(Gain.MAYBE),
  SIGNED_ALREADY(Gain.NO),
  SIGNED_AND_FORWARDED(Gain.MAYBE),

  SPF_NOT_ASKED(Gain.NO),
  SPF_OTHER_NAME(Gain.NO),
  SPF_NOT_REFUSED(Gain.NO),
  SPF_STRANGER(Gain.NO),
  SPF_LISTED_BY_OWNER(Gain.YES),
  SPF_LISTED_IF_OURS(Gain.MAYBE),
  SPF_MENDED(Gain.MAYBE);

  private final Gain gain;

  Effect(Gain gain) {
    this.gain = gain;
  }

  /** What {@code aspf=r} does. */
  static Effect ofRelaxedSpf(Leg spf) {
    if (spf.hasOwnPass()) {
      return SPF_RELAXED;
    }
    if (!spf.passingForeign().isEmpty()) {
      return SPF_FOREIGN;
    }
    return spf.isRelaxed() ? SPF_ALREADY_RELAXED : SPF_NOTHING_TO_RELAX;
  }

  /** What {@code adkim=r} does. */
  static Effect ofRelaxedDkim(Leg dkim) {
    if (dkim.hasOwnPass()) {
      return DKIM_RELAXED;
    }
    if (!dkim.passingForeign().isEmpty()) {
      return DKIM_FOREIGN;
    }
    return dkim.isRelaxed() ? DKIM_ALREADY_RELAXED : DKIM_NOTHING_TO_RELAX;
  }

  public Gain gain() {
    return gain;
  }

  @Override
  public String subject() {
    return "effect";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }

  /** The better of both; the other one where they are equal. */
  Effect or(Effect other) {
    return gain.compareTo(other.gain) > 0 ? this : other;
  }

  /** This one, unless the other one is worse. */
  Effect atMost(Effect other) {
    return gain.compareTo(other.gain) <= 0 ? this : other;
  }
}

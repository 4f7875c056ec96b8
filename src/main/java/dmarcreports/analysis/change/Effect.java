package dmarcreports.analysis.change;

import dmarcreports.analysis.alignment.Leg;

/** What a change does to a failing message, and why: the reasons that {@link WhatIf} knows. */
public enum Effect {
  NO_AUTHOR(Gain.NO, "DMARC does not apply: the From line names no domain or several."),
  NO_CHANGE(Gain.NO, "This alone changes nothing about the mail."),
  CONTRADICTED(
      Gain.MAYBE,
      "It should, by the checks; but the receiver contradicts its own checks here, so what it would"
          + " say is not known."),
  THEIRS(Gain.NO, "You labelled the sender as somebody else's."),

  SPF_RELAXED(
      Gain.YES, "SPF passes for another name of your organization, and aspf=r lets that count."),
  SPF_FOREIGN(
      Gain.NO, "SPF passes for another organization's name only, and no mode lets that count."),
  SPF_ALREADY_RELAXED(
      Gain.NO, "The record asks for relaxed SPF alignment already, and SPF passes for no name."),
  SPF_UNSEEN(
      Gain.MAYBE,
      "The report lists no check of SPF: whether it passes for a name of your organization, which"
          + " aspf=r lets count, is open."),
  SPF_NOTHING_TO_RELAX(Gain.NO, "SPF passes for no name, so there is none that could count."),

  DKIM_RELAXED(
      Gain.YES,
      "A signature of another name of your organization passes, and adkim=r lets that count."),
  DKIM_OTHER_IDENTITY(
      Gain.YES,
      "A signature of another name of your organization passes; given under the From domain itself"
          + " it counts."),
  DKIM_FOREIGN(
      Gain.NO, "Only another organization's signature passes, and no mode lets that count."),
  DKIM_ALREADY_RELAXED(
      Gain.NO,
      "The record asks for relaxed DKIM alignment already, and no signature of your organization"
          + " passes."),
  DKIM_NOTHING_TO_RELAX(Gain.NO, "No signature passes, so there is none that could count."),
  NO_OWN_SIGNATURE(
      Gain.NO,
      "No signature of your organization passes that could be given under the From domain itself."),

  NOT_SES(Gain.NO, "No passing name shows that Amazon SES sent it under an account of yours."),
  MAIL_FROM_STRICT(
      Gain.NO,
      "A custom MAIL FROM domain lies below your domain, and the record's aspf=s lets only the"
          + " identical name count. It works together with aspf=r."),
  MAIL_FROM_PASSES(
      Gain.YES,
      "SPF passes for Amazon's return path; a return path of yours lists the same servers, and lies"
          + " in your organization."),
  MAIL_FROM_OPEN(
      Gain.MAYBE, "SPF of Amazon's return path ended in an error: what yours would give is open."),
  MAIL_FROM_FAILS(
      Gain.NO, "SPF does not pass for Amazon's return path, so it would not for one of yours."),
  MAIL_FROM_REPLACED(
      Gain.NO,
      "SPF was checked for another return path than Amazon's: somebody put it in its place."),
  MAIL_FROM_UNSEEN(
      Gain.MAYBE,
      "The report lists no check of SPF: whether the return path was Amazon's is open."),
  EASY_DKIM_PASSES(
      Gain.YES,
      "Amazon's own signature passes; one in your name covers the same mail and so passes as well."),
  EASY_DKIM_OPEN(
      Gain.MAYBE, "Amazon's own signature ended in an error: what yours would give is open."),
  EASY_DKIM_FAILS(
      Gain.NO, "Amazon's own signature does not pass, so one in your name would not either."),
  EASY_DKIM_UNSEEN(
      Gain.MAYBE,
      "The report lists no signature of Amazon's: whether one in your name arrives whole is open."),
  EASY_DKIM_MASKED(
      Gain.MAYBE,
      "Amazon's own signature passes, and another organization handed the mail over: it passes if"
          + " that one only forwarded it."),
  EASY_DKIM_OF_PARENT(
      Gain.MAYBE,
      "The parent domain's identity may be the one that signs, and the record's adkim=s lets only"
          + " the identical name count."),

  NO_BROKEN_KEY(Gain.NO, "No broken signature stands under a name that could count."),
  KEY_PUBLISHED(
      Gain.YES,
      "The key was not found; the sender is yours and the mail came straight, so the signature"
          + " passes once the key is published."),
  KEY_OPEN(
      Gain.MAYBE,
      "The key was not found; but the mail may have been changed on the way, or the sender may not"
          + " be yours."),
  KEY_ALONE_WRONG(
      Gain.YES,
      "The signature of the service that sends it stands, so nobody changed the mail: the key alone"
          + " is wrong or missing."),
  ALTERED(
      Gain.NO,
      "A signature fails beside another one, of yours without a key or of the service, that does not"
          + " pass either: the mail was changed on the way, and no key mends that."),
  SIGNATURE_OPEN(
      Gain.MAYBE,
      "The signature does not verify: a wrong key can be mended, a change on the way cannot, and"
          + " the report does not say which it was."),

  NO_VENDOR(Gain.NO, "No passing name shows a service that could be set up."),
  NO_RETURN_PATH(Gain.NO, "This service gives its customers no return path in their own domain."),
  RETURN_PATH_STRICT(
      Gain.NO,
      "The return path would lie below your domain, and the record's aspf=s lets only the identical"
          + " name count. It works together with aspf=r."),
  VENDOR_NEVER_SIGNS(Gain.NO, "This service cannot be made to sign for its customers."),
  VENDOR_SIGNS_BELOW(
      Gain.NO,
      "The service signs as a name below your domain, and the record's adkim=s lets only the"
          + " identical name count. It works together with adkim=r."),
  VENDOR_OF_SUBDOMAIN(
      Gain.MAYBE,
      "The service signs as a subdomain that is set up there; under the record's adkim=s it counts"
          + " only where that is the very name of the From line."),
  VENDOR_PASSES(Gain.YES, "The service's own name passes, and yours would in its place."),
  VENDOR_OPEN(
      Gain.MAYBE,
      "The check of the service's own name ended in an error: what yours gives is open."),
  VENDOR_FAILS(Gain.NO, "The service's own name does not pass, so yours would not in its place."),
  VENDOR_UNSIGNED(
      Gain.MAYBE,
      "The report lists no signature of the service: whether one in your name arrives whole is"
          + " open."),
  VENDOR_UNSURE(
      Gain.MAYBE,
      "It passes if the account at this service is yours; others may use the service as well, and"
          + " the reports do not tell whose it is."),
  VENDOR_MASKED(
      Gain.MAYBE,
      "A service's signature passes, and another organization handed the mail over: it passes if"
          + " that one only forwarded it and the account is yours."),
  VENDOR_SIGNS_ALREADY(
      Gain.MAYBE,
      "A signature of yours is there already and does not count: whether setting the service up"
          + " again mends it is open."),
  VENDOR_PATH_UNSEEN(
      Gain.MAYBE,
      "The report lists no check of SPF: whether the return path was the service's is open."),
  RETURN_PATH_EXACT(
      Gain.YES,
      "The return path is at a name of yours already; at exactly the From domain, with the service"
          + " in its SPF record, it counts."),
  RETURN_PATH_OPEN(
      Gain.MAYBE,
      "The return path is at a name of yours, and SPF does not pass for it: with the service in the"
          + " SPF record of exactly the From domain it passes, unless somebody forwarded it."),
  LABELLED_FORWARDER(Gain.MAYBE, "You labelled the sender as a forwarder: what it sends is open."),

  SERVICE_SIGNS(Gain.NO, "A service sends this mail: what helps is to set up your domain there."),
  SIGNED_BY_OWNER(
      Gain.YES, "You labelled the server as yours, and what it signs in your name passes."),
  SIGNED_IF_OURS(
      Gain.MAYBE,
      "It passes if the server is yours and signs; the reports do not tell whose it is."),
  SIGNED_ALREADY(
      Gain.NO, "A signature of yours is there already: what helps is to mend or align that one."),
  SIGNED_AND_FORWARDED(
      Gain.MAYBE,
      "It passes if the mail is yours, is signed, and is not changed by whoever passed it on."),

  SPF_NOT_ASKED(
      Gain.NO,
      "SPF was not checked for a name of yours: your SPF record was never asked, so nothing in it"
          + " changes the result."),
  SPF_OTHER_NAME(
      Gain.NO,
      "SPF was checked for another name than that of the From line, and the record's aspf=s lets"
          + " only the identical name count."),
  SPF_NOT_REFUSED(
      Gain.NO, "SPF of your name did not end in an answer that listing the server would change."),
  SPF_STRANGER(
      Gain.NO,
      "Nothing shows that this server is yours, and a stranger's must not be listed. The owner's"
          + " word could show it."),
  SPF_LISTED_BY_OWNER(
      Gain.YES, "You labelled the server as yours, and it passes once the record lists it."),
  SPF_LISTED_IF_OURS(
      Gain.MAYBE,
      "It passes once the record lists the server; that it is yours is likely, for it passes SPF"
          + " for a name of yours elsewhere, but not certain."),
  SPF_MENDED(
      Gain.MAYBE,
      "The record is broken for every server; whom it lists once it is mended, the reports do not"
          + " tell.");

  private final Gain gain;
  private final String why;

  Effect(Gain gain, String why) {
    this.gain = gain;
    this.why = why;
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

  /** A sentence. */
  public String why() {
    return why;
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

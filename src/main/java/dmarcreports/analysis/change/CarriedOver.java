package dmarcreports.analysis.change;

import dmarcreports.analysis.alignment.Identity;
import dmarcreports.analysis.alignment.Leg;
import dmarcreports.report.DomainName;
import java.util.function.Predicate;

/**
 * What the check of a service's own name foretells for the same check of ours.
 *
 * @param passes where it passed
 * @param open where it ended in an error
 * @param fails where it came to anything else
 * @param unchecked where the reporter lists another name's and not that
 * @param unlisted where the reporter lists none at all
 */
record CarriedOver(Effect passes, Effect open, Effect fails, Effect unchecked, Effect unlisted) {
  static final CarriedOver MAIL_FROM =
      new CarriedOver(
          Effect.MAIL_FROM_PASSES,
          Effect.MAIL_FROM_OPEN,
          Effect.MAIL_FROM_FAILS,
          Effect.MAIL_FROM_REPLACED,
          Effect.MAIL_FROM_UNSEEN);
  static final CarriedOver EASY_DKIM =
      new CarriedOver(
          Effect.EASY_DKIM_PASSES,
          Effect.EASY_DKIM_OPEN,
          Effect.EASY_DKIM_FAILS,
          Effect.EASY_DKIM_UNSEEN,
          Effect.EASY_DKIM_UNSEEN);
  static final CarriedOver VENDOR_DKIM =
      new CarriedOver(
          Effect.VENDOR_PASSES,
          Effect.VENDOR_OPEN,
          Effect.VENDOR_FAILS,
          Effect.VENDOR_UNSIGNED,
          Effect.VENDOR_UNSIGNED);
  static final CarriedOver VENDOR_PATH =
      new CarriedOver(
          Effect.VENDOR_PASSES,
          Effect.VENDOR_OPEN,
          Effect.VENDOR_FAILS,
          Effect.VENDOR_FAILS,
          Effect.VENDOR_PATH_UNSEEN);

  Effect over(Leg leg, Predicate<DomainName> isService) {
    Effect effect = fails;
    boolean checked = false;
    for (Identity identity : leg.identities()) {
      if (identity.domain().filter(isService).isPresent()) {
        checked = true;
        effect =
            effect.or(
                switch (identity.outcome()) {
                  case PASS -> passes;
                  case TEMPERROR, PERMERROR -> open;
                  case FAIL, SOFTFAIL, NEUTRAL, NONE, POLICY, ODD -> fails;
                });
      }
    }
    if (checked) {
      return effect;
    }
    return leg.hasIdentity() ? unchecked : unlisted;
  }
}

package dmarcreports.analysis.change;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Leg;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.report.AlignmentMode;
import java.util.Optional;

/** What becomes of failing messages when the service that sends them is set up. */
final class VendorEffects {
  private VendorEffects() {}

  /** It signs with our domain. */
  static Effect signing(Cell cell, Done changes) {
    Optional<SenderProfile> vendor = cell.sender().service().filter(p -> !cell.sender().isSes());
    if (vendor.isEmpty()) {
      return isMaskedVendor(cell) ? Effect.VENDOR_MASKED : Effect.NO_VENDOR;
    }
    AlignmentMode mode =
        changes.relaxesDkim(cell) ? AlignmentMode.RELAXED : cell.facts().dkim().mode();
    Effect carried =
        CarriedOver.VENDOR_DKIM
            .over(cell.facts().dkim(), vendor.get()::signsAs)
            .atMost(ofVendor(cell));
    Effect sent = isOtherCustomers(cell) ? carried.atMost(Effect.VENDOR_MASKED) : carried;
    Effect signed =
        cell.facts().dkim().hasOwnName() ? sent.atMost(Effect.VENDOR_SIGNS_ALREADY) : sent;
    return switch (vendor.get().dkimReach()) {
      case NEVER -> Effect.VENDOR_NEVER_SIGNS;
      case RELAXED -> mode == AlignmentMode.RELAXED ? signed : below(cell).atMost(signed);
      case EXACT -> signed;
    };
  }

  /** A service that signs as a name below the domain may do so as the very name of a subdomain. */
  private static Effect below(Cell cell) {
    Facts facts = cell.facts();
    return facts.authorDomain().filter(a -> a.isSubdomainOf(facts.policyDomain())).isPresent()
        ? Effect.VENDOR_OF_SUBDOMAIN
        : Effect.VENDOR_SIGNS_BELOW;
  }

  /** Whether who signed beside the service may be another customer of it, and no forwarder. */
  private static boolean isOtherCustomers(Cell cell) {
    return cell.sender().signedByOthers() && !(cell.hasTestimony() && cell.sender().oneHand());
  }

  private static boolean isMaskedVendor(Cell cell) {
    return !cell.isLabelled(Ownership.THEIRS)
        && cell.sender().masked().stream()
            .filter(p -> p.dkimReach() != Reach.NEVER)
            .anyMatch(p -> !p.equals(KnownSenders.AMAZON_SES));
  }

  /** Its return paths lie at or below our domain. */
  static Effect returnPath(Cell cell, Done changes) {
    Optional<SenderProfile> vendor = cell.sender().service().filter(p -> !cell.sender().isSes());
    if (vendor.isEmpty()) {
      return Effect.NO_VENDOR;
    }
    if (!vendor.get().spfCanAlign()) {
      return Effect.NO_RETURN_PATH;
    }
    Leg spf = cell.facts().spf();
    AlignmentMode mode = changes.relaxesSpf(cell) ? AlignmentMode.RELAXED : spf.mode();
    if (!vendor.get().spfCanAlign(mode)) {
      return Effect.RETURN_PATH_STRICT;
    }
    boolean ownPath = vendor.get().spfReach() == Reach.EXACT && spf.hasOwnName();
    Effect exact = spf.hasOwnPass() ? Effect.RETURN_PATH_EXACT : Effect.RETURN_PATH_OPEN;
    return ownPath
        ? exact.atMost(ofVendor(cell))
        : CarriedOver.VENDOR_PATH.over(spf, vendor.get()::passesSpfAs).atMost(ofVendor(cell));
  }

  /** Others may use the same service: only the owner's word makes it sure. */
  private static Effect ofVendor(Cell cell) {
    return byOwner(cell, Effect.VENDOR_PASSES, Effect.VENDOR_UNSURE);
  }

  /** As the owner's word has it, where there is one. */
  static Effect byOwner(Cell cell, Effect ours, Effect unlabelled) {
    return cell.label()
        .map(
            l ->
                switch (l.ownership()) {
                  case OURS -> ours;
                  case THEIRS -> Effect.THEIRS;
                  case FORWARDER -> Effect.LABELLED_FORWARDER;
                })
        .orElse(unlabelled);
  }
}

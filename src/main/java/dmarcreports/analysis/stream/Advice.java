package dmarcreports.analysis.stream;

import static dmarcreports.analysis.change.Recommendation.ASK_OWNER;
import static dmarcreports.analysis.change.Recommendation.AUTHORIZE_IN_SPF;
import static dmarcreports.analysis.change.Recommendation.CUSTOM_MAIL_FROM;
import static dmarcreports.analysis.change.Recommendation.EASY_DKIM;
import static dmarcreports.analysis.change.Recommendation.ENFORCE_POLICY;
import static dmarcreports.analysis.change.Recommendation.NONE;
import static dmarcreports.analysis.change.Recommendation.OWN_IDENTITY;
import static dmarcreports.analysis.change.Recommendation.PARK_DOMAIN;
import static dmarcreports.analysis.change.Recommendation.PUBLISH_DKIM;
import static dmarcreports.analysis.change.Recommendation.RELAX_ADKIM;
import static dmarcreports.analysis.change.Recommendation.RELAX_ASPF;
import static dmarcreports.analysis.change.Recommendation.REPAIR_DKIM;
import static dmarcreports.analysis.change.Recommendation.REPAIR_EASY_DKIM;
import static dmarcreports.analysis.change.Recommendation.REPAIR_SPF;
import static dmarcreports.analysis.change.Recommendation.VENDOR_DKIM;
import static dmarcreports.analysis.change.Recommendation.VENDOR_RETURN_PATH;
import static dmarcreports.analysis.change.Recommendation.WAIT;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.report.AlignmentMode;
import java.util.ArrayList;
import java.util.List;

/** What to do about a stream, in order of priority. */
final class Advice {
  private final MailStream stream;
  private final Parking parking;
  private final List<Recommendation> advice = new ArrayList<>();

  private Advice(MailStream stream, Parking parking) {
    this.stream = stream;
    this.parking = parking;
  }

  /**
   * @param parking whether the domain seems to send nothing
   */
  static List<Recommendation> of(MailStream stream, StreamClass streamClass, Parking parking) {
    List<Recommendation> advice =
        stream.isOnSharedName() ? List.of() : new Advice(stream, parking).forClass(streamClass);
    return advice.isEmpty() ? List.of(NONE) : advice.stream().distinct().toList();
  }

  private List<Recommendation> forClass(StreamClass streamClass) {
    return switch (streamClass) {
      case INVALID_FROM, REPORTER_INCONSISTENT, HEALTHY, FORWARDED_OK -> List.of();
      case TRANSIENT -> List.of(WAIT);
      case OK_DKIM_ONLY -> alignSpfToo();
      case OK_SPF_ONLY -> signToo(true);
      case STRICT_MODE -> relax();
      case SES_DKIM_BROKEN -> mendEasyDkim();
      case SES_UNALIGNED -> setUpSes();
      case VENDOR_UNALIGNED -> setUpVendor();
      case LIST_OR_FORWARD_BROKEN -> passedOn();
      case OWN_DKIM -> mendSignature();
      case OWN_SPF -> mendSpf();
      case UNKNOWN_THIRD_PARTY -> askStranger();
      case SPOOF_SUSPECT -> stop();
      case UNKNOWN -> ask();
    };
  }

  /** A second lock for mail that passes: never a change that would not lock. */
  private List<Recommendation> alignSpfToo() {
    if (stream.spfCause() == Cause.STRICT_ONLY) {
      advice.add(RELAX_ASPF);
    } else if (stream.spfCause() == Cause.PASS_FOREIGN && canAlignSpf()) {
      advice.add(stream.isSes() ? CUSTOM_MAIL_FROM : VENDOR_RETURN_PATH);
    } else if (stream.isOurUnlistedServer() && stream.spfCause() != Cause.OWN_PERMERROR) {
      advice.add(AUTHORIZE_IN_SPF);
    }
    return repairSpfWhoeverSent();
  }

  /**
   * Aligned DKIM for mail that has none; for mail that passes SPF, or as a part of other advice.
   */
  private List<Recommendation> signToo(boolean mendOwn) {
    Cause cause = stream.dkimCause();
    boolean service = stream.sender().service().isPresent();
    if (cause == Cause.STRICT_ONLY) {
      advice.add(RELAX_ADKIM);
      advice.add(OWN_IDENTITY);
    } else if (cause == Cause.OWN_TEMPERROR) {
      advice.add(WAIT);
    } else if (cause.isOwn()) {
      if (mendOwn) {
        advice.add(stream.isSes() ? REPAIR_EASY_DKIM : REPAIR_DKIM);
        relaxForParentSignature();
      }
    } else if (stream.isSes()) {
      easyDkim();
    } else if (!service) {
      advice.add(PUBLISH_DKIM);
    } else if (canSign(stream.dkimMode())) {
      advice.add(VENDOR_DKIM);
    }
    return advice;
  }

  private List<Recommendation> relax() {
    if (stream.spfCause() == Cause.STRICT_ONLY) {
      advice.add(RELAX_ASPF);
    }
    signToo(stream.isSes());
    return repairSpfWhoeverSent();
  }

  private List<Recommendation> mendEasyDkim() {
    if (stream.dkimCause() == Cause.OWN_TEMPERROR) {
      advice.add(WAIT);
    }
    advice.add(REPAIR_EASY_DKIM);
    relaxForParentSignature();
    return repairSpfWhoeverSent();
  }

  /** A custom MAIL FROM domain lies below the identity: under aspf=s it aligns with nothing. */
  private List<Recommendation> setUpSes() {
    easyDkim();
    boolean fallsBack =
        stream.spfCause() == Cause.PASS_FOREIGN
            && stream.newest().facts().spf().passingForeign().stream()
                .anyMatch(KnownSenders.AMAZON_SES::passesSpfAs);
    if (fallsBack) {
      advice.add(CUSTOM_MAIL_FROM);
      if (stream.spfMode() == AlignmentMode.STRICT) {
        advice.add(RELAX_ASPF);
      }
    }
    return repairSpfWhoeverSent();
  }

  private List<Recommendation> setUpVendor() {
    if (stream.dkimCause().isOwn() && stream.servicesSignature()) {
      mendSignature();
    } else if (canSign(AlignmentMode.RELAXED)) {
      advice.add(VENDOR_DKIM);
      if (!canSign(stream.dkimMode())) {
        advice.add(RELAX_ADKIM);
      }
    }
    if (canAlignSpf() && !stream.isForwarded()) {
      advice.add(VENDOR_RETURN_PATH);
    }
    if (!stream.isLabelled(Ownership.OURS)) {
      advice.add(ASK_OWNER);
    }
    return repairSpfWhoeverSent();
  }

  /** Only a signature survives forwarding; where there is none, that is what was missing. */
  /** Who passes mail on may be one's own gateway, where the name of a host is all that tells. */
  private List<Recommendation> passedOn() {
    if (stream.isForwardedByHostAlone() && parking == Parking.NO) {
      advice.add(ASK_OWNER);
    }
    return signBeforeForwarding();
  }

  private List<Recommendation> signBeforeForwarding() {
    if (parking != Parking.NO) {
      return park();
    }
    if (stream.dkimCause() == Cause.MISSING) {
      advice.add(PUBLISH_DKIM);
    }
    return repairSpfWhoeverSent();
  }

  private List<Recommendation> mendSignature() {
    if (stream.dkimCause() == Cause.OWN_TEMPERROR) {
      advice.add(WAIT);
    }
    advice.add(REPAIR_DKIM);
    relaxForParentSignature();
    return repairSpfWhoeverSent();
  }

  private List<Recommendation> mendSpf() {
    advice.add(stream.spfCause() == Cause.OWN_PERMERROR ? REPAIR_SPF : AUTHORIZE_IN_SPF);
    if (!stream.dkimCause().isOwn()) {
      advice.add(PUBLISH_DKIM);
    }
    return advice;
  }

  private List<Recommendation> ask() {
    if (parking != Parking.NO) {
      park();
      advice.add(ASK_OWNER);
      return advice;
    }
    repairSpfWhoeverSent();
    if (!stream.isLabelled(Ownership.OURS)) {
      advice.add(ASK_OWNER);
    }
    if (stream.dkimCause().isOwn()) {
      return mendSignature();
    }
    advice.add(PUBLISH_DKIM);
    return advice;
  }

  /** A signature of ours that passes nowhere is broken where it is made. */
  private List<Recommendation> askStranger() {
    park();
    advice.add(ASK_OWNER);
    if (parking == Parking.NO && stream.hasBrokenSignature()) {
      advice.add(REPAIR_DKIM);
    }
    return advice;
  }

  private List<Recommendation> stop() {
    park();
    if (parking != Parking.PROPOSED && !stream.isRejectedAlready()) {
      advice.add(ENFORCE_POLICY);
    }
    return advice;
  }

  /** What a domain that sends nothing is told, once. */
  private List<Recommendation> park() {
    if (parking == Parking.PROPOSED) {
      advice.add(PARK_DOMAIN);
    }
    return advice;
  }

  /** Whether the service can be given a return path that aligns under the mode in force. */
  private boolean canAlignSpf() {
    return stream.sender().service().filter(s -> s.spfCanAlign(stream.spfMode())).isPresent();
  }

  /** Whether the service can be made to sign so that it aligns under that mode. */
  private boolean canSign(AlignmentMode mode) {
    return stream.sender().service().filter(s -> s.dkimCanAlign(mode)).isPresent();
  }

  /** Under adkim=s the parent's key does not align with a subdomain: it needs its own identity. */
  private void easyDkim() {
    if (stream.dkimMode() == AlignmentMode.STRICT && stream.isBelowPolicyDomain()) {
      advice.add(OWN_IDENTITY);
    }
    advice.add(EASY_DKIM);
  }

  private void relaxForParentSignature() {
    if (stream.isBrokenSignatureUnaligned()) {
      advice.add(RELAX_ADKIM);
      advice.add(OWN_IDENTITY);
    }
  }

  /** Repairing a broken record lets no stranger in. */
  private List<Recommendation> repairSpfWhoeverSent() {
    if (stream.spfCause() == Cause.OWN_PERMERROR) {
      advice.add(REPAIR_SPF);
    }
    return advice;
  }
}

package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Outcome;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A diagnosis in plain words, for people who know mail and not DMARC. Of what reports say only
 * domain names get into the sentences.
 */
final class Explanation {
  private final MailStream stream;
  private final StreamClass streamClass;
  private final Parking parking;
  private final String author;

  private Explanation(MailStream stream, StreamClass streamClass, Parking parking) {
    this.stream = stream;
    this.streamClass = streamClass;
    this.parking = parking;
    this.author = stream.key().authorDomain().orElse(stream.policyDomain()).text();
  }

  static String of(MailStream stream, StreamClass streamClass, Parking parking) {
    Explanation explanation = new Explanation(stream, streamClass, parking);
    return explanation.main() + Asides.of(stream, streamClass);
  }

  private String main() {
    return switch (streamClass) {
      case INVALID_FROM ->
          "The From line names no domain or several, so DMARC does not apply to this mail.";
      case REPORTER_INCONSISTENT ->
          "The receiver's report contradicts itself: its verdict for "
              + author
              + " does not follow from the checks that it lists. The verdict counts; draw no other"
              + " conclusion from it.";
      case HEALTHY -> "SPF and DKIM both prove " + author + ". All is well.";
      case FORWARDED_OK ->
          "Somebody forwarded mail of "
              + author
              + path()
              + "; its DKIM signature survived and proves it. Nothing to do.";
      case OK_DKIM_ONLY -> okByDkim();
      case OK_SPF_ONLY ->
          "Passes, but only the sending server proves "
              + author
              + "; this mail fails whenever it is forwarded. "
              + signFirst();
      case TRANSIENT ->
          "DNS did not answer the receiver, so it could check nothing. Usually this passes over;"
              + " look again if it stays.";
      case STRICT_MODE -> strict();
      case SES_DKIM_BROKEN -> sesBroken();
      case SES_UNALIGNED -> sesUnaligned();
      case VENDOR_UNALIGNED -> vendor();
      case LIST_OR_FORWARD_BROKEN -> passedOn();
      case OWN_DKIM -> ownSignature();
      case OWN_SPF -> ownSpf();
      case UNKNOWN_THIRD_PARTY -> strangers();
      case SPOOF_SUSPECT -> somebodyElse();
      case UNKNOWN -> unknown();
    };
  }

  private String okByDkim() {
    String start = "Passes: the DKIM signature proves " + author + ". ";
    if (stream.spfCause() == Cause.STRICT_ONLY) {
      return start
          + "SPF passes for "
          + path("another name")
          + ", but aspf=s demands "
          + author
          + " itself; aspf=r would make it a second lock.";
    }
    if (stream.isSes() && stream.spfCause() == Cause.PASS_FOREIGN) {
      return start
          + "The return path is Amazon SES's own ("
          + path("amazonses.com")
          + "); a custom MAIL FROM domain"
          + (stream.spfMode() == AlignmentMode.STRICT ? ", together with aspf=r," : "")
          + " would be the second lock.";
    }
    if (stream.spfCause() == Cause.PASS_FOREIGN) {
      return start
          + "SPF passes for "
          + path("another domain")
          + ", not for yours; possibly forwarded.";
    }
    boolean unlisted =
        stream.spfCause() == Cause.OWN_FAIL || stream.spfCause() == Cause.OWN_SOFTFAIL;
    return start
        + (unlisted
            ? "SPF does not list this server; possibly forwarded."
            : "SPF proves nothing here.");
  }

  private String strict() {
    boolean spf = stream.spfCause() == Cause.STRICT_ONLY;
    boolean dkim = stream.dkimCause() == Cause.STRICT_ONLY;
    String tags =
        spf && dkim ? "aspf=s and adkim=s demand" : (spf ? "aspf=s" : "adkim=s") + " demands";
    String by = spf ? path("a sister domain") : ownSigners();
    return "Genuine mail of your organization, proven by "
        + by
        + ", but your record's "
        + tags
        + " exactly "
        + author
        + ". Publish "
        + (spf ? "aspf=r" : "adkim=r")
        + ", or make the names identical.";
  }

  private String sesBroken() {
    String start = "Amazon SES signs this mail as " + author + ", but " + brokenSignature() + ". ";
    if (stream.dkimCause() == Cause.OWN_TEMPERROR) {
      return start + "Wait a day; if it stays, publish the three CNAME records of Easy DKIM again.";
    }
    if (stream.dkimCause() == Cause.OWN_FAIL && signedByAmazon()) {
      return start
          + "Amazon's own signature on the same mail stands, so the mail was not changed: the"
          + " published key is the wrong one. Publish the three CNAME records of Easy DKIM again.";
    }
    return start + "Publish the three CNAME records of Easy DKIM again.";
  }

  private String sesUnaligned() {
    boolean own = stream.newest().facts().spf().hasOwn(Outcome.PASS);
    String start =
        "Sent through Amazon SES, which proves its own name (amazonses.com) and not yours ("
            + author
            + "). Turn on Easy DKIM for "
            + author
            + " in every region and account that sends";
    if (stream.isForwarded() || own || stream.spfCause() != Cause.PASS_FOREIGN) {
      return start + ".";
    }
    return start
        + "; a custom MAIL FROM domain is the second lock"
        + (stream.spfMode() == AlignmentMode.STRICT
            ? ", but only together with aspf=r: your record's aspf=s demands exactly "
                + author
                + "."
            : ".");
  }

  private String vendor() {
    if (stream.dkimCause().isOwn() && stream.servicesSignature()) {
      return "Sent through "
          + service()
          + ", which signs as "
          + author
          + " too, but "
          + brokenSignature()
          + ". Repair the key that it signs with.";
    }
    String start =
        "Sent through " + service() + ", which proves " + proven() + " and not " + author;
    Reach reach = stream.sender().service().map(SenderProfile::dkimReach).orElse(Reach.EXACT);
    if (reach == Reach.NEVER) {
      return start
          + ". "
          + stream.sender().service().map(SenderProfile::note).orElse("")
          + (stream.isLabelled(Ownership.OURS)
              ? ""
              : " If nobody of yours uses it, somebody uses your name there.");
    }
    String sign = "et it sign with " + (reach == Reach.RELAXED ? "a name below " : "") + author;
    return start
        + (stream.isLabelled(Ownership.OURS)
            ? ". L" + sign + "."
            : ". If this service is yours, l" + sign + "; if not, somebody uses your name there.");
  }

  /** What receivers or known names tell is said as such; the look of a list is a guess. */
  private String passedOn() {
    boolean told = stream.testimony() || stream.knownForwarder();
    if (!told) {
      return "Perhaps a mailing list or forwarder"
          + path()
          + " changed this mail: your signature is broken here, and the same key passes in mail from"
          + " elsewhere. Then there is nothing to repair on your side; it is a guess.";
    }
    String start =
        "A mailing list or forwarder" + path() + " passed this mail on, and no proof of " + author;
    if (stream.dkimCause() != Cause.MISSING) {
      return start + " survived. There is nothing to repair on your side.";
    }
    return start
        + " came along."
        + (parking == Parking.NO
            ? " Sign with DKIM: a signature survives forwarding, SPF does not."
            : silence());
  }

  private String strangers() {
    return sharedBy().map(this::otherCustomer).orElseGet(this::unknownOrganization)
        + (stream.hasBrokenSignature() && parking == Parking.NO
            ? " Your signature on it passes nowhere else: if the mail is yours, repair it where it"
                + " is made."
            : "")
        + (parking == Parking.NO ? "" : silence());
  }

  private String unknownOrganization() {
    return "An organization that we do not know, "
        + stranger()
        + ", sends in the name of "
        + author
        + " and proves only itself. It may be a tool that you forgot, or a forger: ask who uses it.";
  }

  private String otherCustomer(SenderProfile service) {
    return "Another customer of "
        + service.name()
        + ", "
        + stranger()
        + ", sends or passes on mail in the name of "
        + author
        + " and proves only itself: a forward, a tool that you forgot, or a forger. Ask who that is;"
        + " if it is you, under another name, label it as yours.";
  }

  /** The service whose shared name tells another customer. */
  private Optional<SenderProfile> sharedBy() {
    return KnownSenders.ALL.stream()
        .filter(
            p ->
                stream.key().passing().stream()
                    .anyMatch(d -> p.signsAs(d) && p.tenantOf(d).isPresent()))
        .findFirst();
  }

  private String silence() {
    return " Nothing in these reports is proven to be mail of this domain"
        + (parking == Parking.DONE
            ? "; its policy asks receivers to refuse such mail already."
            : ": if it sends none, say so in DNS.");
  }

  private String ownSignature() {
    return "Signed as "
        + author
        + ", but "
        + brokenSignature()
        + ". "
        + (stream.dkimCause() == Cause.OWN_PERMERROR
            ? "Publish the key of the selector that signs."
            : "Find what changes the mail after signing, or the wrong key.")
        + (streamClass.confidence(stream) == Confidence.GUESS
            ? " That the signer is yours is a guess: neighbours of it sign as you."
            : "");
  }

  private String somebodyElse() {
    boolean said = stream.isLabelled(Ownership.THEIRS);
    return (said
            ? "You said that this sender is not yours. Somebody else used the name of "
            : "Perhaps forged: somebody else seems to use the name of ")
        + author
        + (stream.sender().name().isEmpty() ? " and proves nothing" : " and proves only itself")
        + ". "
        + (said ? "" : "That is a guess. ")
        + "No sender of yours needs repair for it; "
        + (stream.isRejectedAlready()
            ? "your policy is reject already, and receivers follow it."
            : stream.newest().facts().policy().equals(Optional.of(Policy.REJECT))
                ? "your policy is reject already; receivers that let it through decide so themselves."
                : "p=quarantine or p=reject is what stops such mail.");
  }

  private String ownSpf() {
    return "Your own server sends as "
        + path(author)
        + ", but "
        + unlisted()
        + " Sign with DKIM as well.";
  }

  private String unlisted() {
    if (stream.spfCause() == Cause.OWN_PERMERROR) {
      return "the SPF record of that name is broken. Mend it: one record, at most ten lookups.";
    }
    if (stream.spfCause() == Cause.OWN_NONE) {
      return "that name publishes no SPF record. Publish one that lists this server.";
    }
    return "the SPF record of that name does not list it. Add its address.";
  }

  private String unknown() {
    String end =
        stream.isLabelled(Ownership.OURS)
            ? " You said that it is yours: sign with DKIM there."
            : parking == Parking.NO ? askWhoRunsIt() : silence();
    if (stream.spfCause().isOwn() || stream.dkimCause().isOwn()) {
      return "Claims to be "
          + author
          + " and does not prove it: a plain forward, a forgotten server or a forger; the reports"
          + " cannot tell."
          + end;
    }
    return "Nothing proves who sent this in the name of "
        + author
        + ", and the reports carry no other trace."
        + end;
  }

  private String askWhoRunsIt() {
    return stream.dkimCause().isOwn()
        ? " Ask who runs this server; if it is yours, repair its signature."
        : " Ask who runs this server, and sign with DKIM everywhere so that the question"
            + " disappears.";
  }

  private String brokenSignature() {
    if (stream.keyMissing()) {
      return "receivers have not found the key for days";
    }
    if (stream.dkimCause() == Cause.OWN_PERMERROR) {
      return "receivers find no usable key";
    }
    if (stream.dkimCause() == Cause.OWN_TEMPERROR) {
      return "DNS did not give receivers the key";
    }
    return "the signature does not verify";
  }

  private String signFirst() {
    if (stream.dkimCause() == Cause.STRICT_ONLY) {
      return "The signature is a sister domain's: adkim=r would make it count.";
    }
    if (stream.dkimCause().isOwn()) {
      return "Repair the DKIM signature.";
    }
    return stream.isSes()
        ? "Turn on Easy DKIM for " + author + "."
        : "Sign with DKIM as " + author + ".";
  }

  private boolean signedByAmazon() {
    return stream.key().passing().stream().anyMatch(KnownSenders.AMAZON_SES::signsAs);
  }

  private String service() {
    return stream.sender().service().map(SenderProfile::name).orElse("a service");
  }

  private String stranger() {
    return stream.sender().stranger().map(DomainName::text).orElse("");
  }

  private String proven() {
    String signers =
        stream.newest().facts().dkim().passingForeign().stream()
            .filter(d -> stream.isSes() || !KnownSenders.AMAZON_SES.signsAs(d))
            .map(DomainName::text)
            .collect(Collectors.joining(", "));
    return signers.isEmpty() ? path("itself") : signers;
  }

  private String ownSigners() {
    return stream.newest().facts().dkim().identities().stream()
        .filter(i -> i.isOwn(Outcome.PASS))
        .flatMap(i -> i.domain().stream())
        .map(DomainName::text)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Where the mail came through, if SPF proves it. */
  private String path() {
    return stream.spfCause() == Cause.PASS_FOREIGN ? " (" + path("") + ")" : "";
  }

  private String path(String otherwise) {
    return stream.spfName().map(DomainName::text).orElse(otherwise);
  }
}

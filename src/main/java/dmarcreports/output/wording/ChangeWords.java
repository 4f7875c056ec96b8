package dmarcreports.output.wording;

import dmarcreports.analysis.change.Recommendation;
import java.util.List;
import java.util.stream.Collectors;

/** Changes in a few words each. */
public final class ChangeWords {
  private ChangeWords() {}

  /** The changes, one or several that work only together, with their code. */
  public static String of(List<Recommendation> changes) {
    return changes.stream().map(ChangeWords::of).collect(Collectors.joining(", together with "))
        + " ("
        + changes.stream().map(Recommendation::word).collect(Collectors.joining("+"))
        + ")";
  }

  private static String of(Recommendation change) {
    return switch (change) {
      case RELAX_ASPF -> "publish aspf=r";
      case RELAX_ADKIM -> "publish adkim=r";
      case CUSTOM_MAIL_FROM -> "a custom MAIL FROM domain at Amazon SES";
      case EASY_DKIM -> "Easy DKIM at Amazon SES";
      case REPAIR_EASY_DKIM -> "publish the CNAME records of Easy DKIM again";
      case OWN_IDENTITY -> "an identity of its own for the From domain";
      case VENDOR_DKIM -> "have the service sign with your domain";
      case VENDOR_RETURN_PATH -> "have the service use a return path in your domain";
      case PUBLISH_DKIM -> "sign with your domain";
      case REPAIR_DKIM -> "repair the DKIM signature";
      case AUTHORIZE_IN_SPF -> "list the server in your SPF record";
      case REPAIR_SPF -> "mend your SPF record";
      case ASK_OWNER -> "find out who sends this";
      case PARK_DOMAIN -> "say that the domain sends no mail, if it sends none";
      case ENFORCE_POLICY -> "publish a stricter policy";
      case WAIT -> "wait and look again";
      case NONE -> "nothing to do";
    };
  }
}

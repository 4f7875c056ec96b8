package dmarcreports.output.wording;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.remedy.Remedies;
import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.output.page.Entry;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be done, in half a sentence. */
public final class Headlines {
  private static final int MOST_NAMES = 3;

  private Headlines() {}

  /** All of the entry, with its code: {@code Turn on Easy DKIM for example.com (easy_dkim)}. */
  public static String of(Entry entry) {
    Action first = entry.first();
    String target =
        entry.members().size() == 1
            ? target(first)
            : Numbers.list(entry.actions().stream().map(Headlines::target).toList(), MOST_NAMES);
    List<String> parts = new ArrayList<>();
    for (Recommendation change : first.changes()) {
      parts.add(phrase(change, target, authors(first), first));
    }
    return Numbers.and(parts) + " (" + first.code() + ")";
  }

  /** The same at the beginning of a sentence. */
  public static String sentence(Entry entry) {
    String headline = of(entry);
    return Character.toUpperCase(headline.charAt(0)) + headline.substring(1);
  }

  /** The same where there is little room: names are cut at that length, and few are named. */
  public static String brief(Entry entry, int longest) {
    Action first = entry.first();
    String target = few(entry.actions().stream().map(Headlines::target).toList(), longest);
    List<String> authors = first.situation().authorDomains().stream().map(Words::name).toList();
    String author =
        few(authors.isEmpty() ? List.of(Words.name(policyDomain(first))) : authors, longest);
    List<String> parts = new ArrayList<>();
    for (Recommendation change : first.changes()) {
      parts.add(phrase(change, target, author, first));
    }
    String text = Numbers.and(parts) + " (" + first.code() + ")";
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** What of a bundle, too, takes little room. */
  public static String briefest(Entry entry, int longest) {
    Action first = entry.first();
    String target = few(entry.actions().stream().map(Headlines::target).toList(), longest);
    String text = PlainWords.changes(first) + ": " + target + " (" + first.code() + ")";
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String few(List<String> names, int longest) {
    String first = Prose.shortened(names.get(0), longest);
    return names.size() == 1 ? first : first + " and " + (names.size() - 1) + " more";
  }

  /** What is changed or asked about; a service by its own name, never as if it were a domain. */
  public static String target(Action action) {
    String target = action.target().text();
    return action
        .situation()
        .service()
        .filter(s -> s.slug().equals(target))
        .map(SenderProfile::name)
        .or(() -> DomainName.parse(target).filter(d -> d.text().equals(target)).map(Words::name))
        .orElseGet(() -> Words.group(target));
  }

  /** The names that the mail is written as. */
  private static String authors(Action action) {
    List<String> names = action.situation().authorDomains().stream().map(Words::name).toList();
    return names.isEmpty() ? Words.name(policyDomain(action)) : Numbers.list(names, MOST_NAMES);
  }

  private static DomainName policyDomain(Action action) {
    return action.situation().policyDomain();
  }

  /** As the service that it is made at reaches, and as the policy is. */
  private static String phrase(
      Recommendation change, String target, String authors, Action action) {
    Optional<SenderProfile> service =
        action.situation().services().stream()
            .filter(s -> action.target().equals(new Target.Service(s.name())))
            .findFirst();
    boolean signsBelow = service.filter(s -> s.dkimReach() == Reach.RELAXED).isPresent();
    boolean pathAt = service.filter(s -> s.spfReach() == Reach.EXACT).isPresent();
    if (change == Recommendation.VENDOR_DKIM && signsBelow) {
      return phrase(change, target, "a name below " + authors);
    }
    if (change == Recommendation.VENDOR_RETURN_PATH && pathAt) {
      return "have " + target + " use a return path at " + authors;
    }
    if (change == Recommendation.REPAIR_DKIM && service.isPresent()) {
      return "repair the DKIM signature that " + target + " makes as " + authors;
    }
    if (change == Recommendation.ENFORCE_POLICY && Remedies.isStrictest(action.situation())) {
      return "leave the policy of " + target + " as it is: receivers decided to let this through";
    }
    return phrase(change, target, authors);
  }

  public static String phrase(Recommendation change, String target, String authors) {
    return switch (change) {
      case RELAX_ASPF -> "publish aspf=r (relaxed SPF alignment) in the DMARC record";
      case RELAX_ADKIM -> "publish adkim=r (relaxed DKIM alignment) in the DMARC record";
      case CUSTOM_MAIL_FROM -> "give " + target + " a custom MAIL FROM domain at Amazon SES";
      case EASY_DKIM -> "turn on Easy DKIM for " + target + " at Amazon SES";
      case REPAIR_EASY_DKIM -> "publish the Easy DKIM records of " + target + " again";
      case OWN_IDENTITY -> "have mail from " + authors + " signed as exactly that name";
      case VENDOR_DKIM -> "have " + target + " sign as " + authors;
      case VENDOR_RETURN_PATH -> "have " + target + " use a return path below " + authors;
      case PUBLISH_DKIM -> "sign the mail from " + target + " as " + authors + " with DKIM";
      case REPAIR_DKIM -> "repair the DKIM signature of " + target;
      case AUTHORIZE_IN_SPF -> "list your server in the SPF record of " + target;
      case REPAIR_SPF -> "mend the SPF record of " + target;
      case ASK_OWNER -> "find out whose mail this is: " + target;
      case PARK_DOMAIN -> "say that " + target + " sends no mail, if it sends none";
      case ENFORCE_POLICY ->
          "publish a stricter policy for " + target + ", once your own mail passes";
      case WAIT -> "wait and see whether DNS errors pass over, at " + target;
      case NONE -> "do nothing";
    };
  }
}

package dmarcreports.output.wording;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.remedy.Remedies;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entry;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/** What is to be done, in half a sentence. */
public final class Headlines {
  private static final int MOST_NAMES = 3;

  private Headlines() {}

  /** All of the entry, with its code: {@code turn on Easy DKIM for example.com (easy_dkim)}. */
  public static String of(Entry entry, Language language) {
    Action first = entry.first();
    return coded(
        first,
        list(targets(entry, language), MOST_NAMES, language),
        authors(first, language),
        language);
  }

  /** The same at the beginning of a sentence. */
  public static String sentence(Entry entry, Language language) {
    return language.begun(of(entry, language));
  }

  /** The same without its code. */
  public static String plain(Entry entry, Language language) {
    Action first = entry.first();
    String target = list(targets(entry, language), MOST_NAMES, language);
    return language.begun(
        language.say(Numbers.series(changes(first, target, authors(first, language), language))));
  }

  /** The same where there is little room: names are cut at that length, and few are named. */
  public static String brief(Entry entry, int longest, Language language) {
    Action first = entry.first();
    return language.begun(
        coded(
            first,
            few(targets(entry, language), longest, language),
            few(names(first), longest, language),
            language));
  }

  /** What of a bundle, too, takes little room. */
  public static String briefest(Entry entry, int longest, Language language) {
    Action first = entry.first();
    String target = few(targets(entry, language), longest, language);
    return language.begun(
        language.say(
            HeadlinePhrase.BRIEFEST.of(PlainWords.changes(first, language), target, first.code())));
  }

  /** The same without its code, and with as little room. */
  public static String uncoded(Entry entry, int longest, Language language) {
    String target = few(targets(entry, language), longest, language);
    String changes = PlainWords.changes(entry.first(), language);
    return language.begun(language.say(HeadlinePhrase.UNCODED.of(changes, target)));
  }

  /** What is to be done to that, with its code. */
  private static String coded(Action action, String target, String authors, Language language) {
    List<String> changes = changes(action, target, authors, language);
    return language.say(HeadlinePhrase.CODED.of(Numbers.series(changes), action.code()));
  }

  private static List<String> changes(
      Action action, String target, String authors, Language language) {
    return action.changes().stream()
        .map(change -> language.say(saying(change, target, authors, action)))
        .toList();
  }

  private static List<String> targets(Entry entry, Language language) {
    return entry.actions().stream().map(action -> target(action, language)).toList();
  }

  private static String few(List<String> names, int longest, Language language) {
    String first = Prose.shortened(names.get(0), longest);
    return language.say(new Names(List.of(first), Names.Joint.COMMA, names.size() - 1));
  }

  private static String list(List<String> names, int most, Language language) {
    return language.say(Names.of(Names.Joint.COMMA, names, most));
  }

  /** What is changed or asked about; a service by its own name, never as if it were a domain. */
  public static String target(Action action, Language language) {
    String target = action.target().text();
    return action
        .situation()
        .service()
        .filter(s -> s.slug().equals(target))
        .map(SenderProfile::name)
        .or(() -> DomainName.parse(target).filter(d -> d.text().equals(target)).map(Words::name))
        .orElseGet(() -> Words.group(target, language));
  }

  private static String authors(Action action, Language language) {
    return list(names(action), MOST_NAMES, language);
  }

  /** The names that the mail is written as. */
  private static List<String> names(Action action) {
    List<String> names = action.situation().authorDomains().stream().map(Words::name).toList();
    return names.isEmpty() ? List.of(Words.name(action.situation().policyDomain())) : names;
  }

  /** As the service that it is made at reaches, and as the policy is. */
  private static Saying saying(
      Recommendation change, String target, String authors, Action action) {
    Optional<SenderProfile> service =
        action.situation().services().stream()
            .filter(s -> action.target().equals(new Target.Service(s.name())))
            .findFirst();
    boolean signsBelow = service.filter(s -> s.dkimReach() == Reach.RELAXED).isPresent();
    boolean pathAt = service.filter(s -> s.spfReach() == Reach.EXACT).isPresent();
    if (change == Recommendation.VENDOR_DKIM && signsBelow) {
      return HeadlinePhrase.VENDOR_DKIM_BELOW.of(target, authors);
    }
    if (change == Recommendation.VENDOR_RETURN_PATH && pathAt) {
      return HeadlinePhrase.VENDOR_RETURN_PATH_AT.of(target, authors);
    }
    if (change == Recommendation.REPAIR_DKIM && service.isPresent()) {
      return HeadlinePhrase.REPAIR_DKIM_OF_VENDOR.of(target, authors);
    }
    if (change == Recommendation.ENFORCE_POLICY && Remedies.isStrictest(action.situation())) {
      return HeadlinePhrase.ENFORCED_ALREADY.of(target);
    }
    return saying(change, target, authors);
  }

  /** What is to be done to that, for mail that is written as those. */
  public static String phrase(
      Recommendation change, String target, String authors, Language language) {
    return language.say(saying(change, target, authors));
  }

  private static Saying saying(Recommendation change, String target, String authors) {
    return switch (change) {
      case RELAX_ASPF -> HeadlinePhrase.RELAX_ASPF.of();
      case RELAX_ADKIM -> HeadlinePhrase.RELAX_ADKIM.of();
      case CUSTOM_MAIL_FROM -> HeadlinePhrase.CUSTOM_MAIL_FROM.of(target);
      case EASY_DKIM -> HeadlinePhrase.EASY_DKIM.of(target);
      case REPAIR_EASY_DKIM -> HeadlinePhrase.REPAIR_EASY_DKIM.of(target);
      case OWN_IDENTITY -> HeadlinePhrase.OWN_IDENTITY.of(authors);
      case VENDOR_DKIM -> HeadlinePhrase.VENDOR_DKIM.of(target, authors);
      case VENDOR_RETURN_PATH -> HeadlinePhrase.VENDOR_RETURN_PATH_BELOW.of(target, authors);
      case PUBLISH_DKIM -> HeadlinePhrase.PUBLISH_DKIM.of(target, authors);
      case REPAIR_DKIM -> HeadlinePhrase.REPAIR_DKIM.of(target);
      case AUTHORIZE_IN_SPF -> HeadlinePhrase.AUTHORIZE_IN_SPF.of(target);
      case REPAIR_SPF -> HeadlinePhrase.REPAIR_SPF.of(target);
      case ASK_OWNER -> HeadlinePhrase.ASK_OWNER.of(target);
      case PARK_DOMAIN -> HeadlinePhrase.PARK_DOMAIN.of(target);
      case ENFORCE_POLICY -> HeadlinePhrase.ENFORCE_POLICY.of(target);
      case WAIT -> HeadlinePhrase.WAIT.of(target);
      case NONE -> HeadlinePhrase.NONE.of();
    };
  }
}

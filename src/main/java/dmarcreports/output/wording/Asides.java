package dmarcreports.output.wording;

import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What needs no action: mail that fails for no fault of ours, and mail that could be stronger. */
public final class Asides {
  private static final int MOST = 5;
  private static final int NAMES = 3;

  private final DomainFindings domain;
  private final Language language;

  public Asides(DomainFindings domain, Language language) {
    this.domain = domain;
    this.language = language;
  }

  /** Failing mail for which there is nothing to do. */
  public Optional<Listed> unavoidable() {
    List<List<StreamFindings>> alike =
        alike(
            domain.streams().stream()
                .filter(stream -> stream.tally().fail() > 0)
                .filter(s -> s.diagnosis().recommendations().equals(List.of(Recommendation.NONE)))
                .toList());
    return listed(AsidePhrase.NOTHING_TO_DO, alike, this::failing);
  }

  private Saying failing(List<StreamFindings> streams) {
    long failing = streams.stream().mapToLong(s -> s.tally().fail()).reduce(0, Tally::sum);
    return TextPhrase.SENDER_MESSAGES.of(
        who(streams), failing, language.say(streams.get(0).diagnosis().explanation()));
  }

  /** Mail that passes by one leg only. */
  public Optional<Listed> stronger() {
    List<List<StreamFindings>> alike =
        alike(
            domain.streams().stream()
                .filter(stream -> stream.tally().pass() > 0)
                .filter(stream -> hasOneProof(stream.diagnosis().streamClass()))
                .filter(stream -> isAdvised(stream.diagnosis()))
                .toList());
    return listed(AsidePhrase.STRONGER, alike, this::passing);
  }

  private Saying passing(List<StreamFindings> streams) {
    Diagnosis diagnosis = streams.get(0).diagnosis();
    long passing = streams.stream().mapToLong(s -> s.tally().pass()).reduce(0, Tally::sum);
    boolean spf = diagnosis.streamClass() == StreamClass.OK_SPF_ONLY;
    return (spf ? AsidePhrase.SPF_ALONE : AsidePhrase.DKIM_ALONE)
        .of(who(streams), passing, advice(diagnosis, streams));
  }

  private Optional<Listed> listed(
      AsidePhrase heading,
      List<List<StreamFindings>> alike,
      Function<List<StreamFindings>, Saying> item) {
    if (alike.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown = alike.stream().limit(MOST).map(item).map(language::say).toList();
    return Optional.of(
        Listed.of(language.say(heading), shown, alike.size(), "streams.csv", language));
  }

  private static boolean isAdvised(Diagnosis diagnosis) {
    Recommendation first = diagnosis.recommendations().get(0);
    return first != Recommendation.NONE && first != Recommendation.WAIT;
  }

  private Saying advice(Diagnosis diagnosis, List<StreamFindings> streams) {
    Recommendation first = diagnosis.recommendations().get(0);
    String author =
        diagnosis
            .headerFrom()
            .map(Words::name)
            .orElseGet(() -> language.say(AsidePhrase.YOUR_DOMAIN));
    String target = isOfSender(first) ? who(streams) : author;
    String phrase = Headlines.phrase(first, target, author, language);
    return AsidePhrase.SECOND_PROOF.of(phrase, first.word());
  }

  private static boolean isOfSender(Recommendation change) {
    return switch (change) {
      case VENDOR_DKIM, VENDOR_RETURN_PATH, PUBLISH_DKIM, ASK_OWNER, WAIT -> true;
      case RELAX_ASPF,
          RELAX_ADKIM,
          CUSTOM_MAIL_FROM,
          EASY_DKIM,
          REPAIR_EASY_DKIM,
          OWN_IDENTITY,
          REPAIR_DKIM,
          AUTHORIZE_IN_SPF,
          REPAIR_SPF,
          PARK_DOMAIN,
          ENFORCE_POLICY,
          NONE ->
          false;
    };
  }

  private static boolean hasOneProof(StreamClass streamClass) {
    return streamClass == StreamClass.OK_DKIM_ONLY || streamClass == StreamClass.OK_SPF_ONLY;
  }

  /** Streams of which the same is to be said, most messages first. */
  private static List<List<StreamFindings>> alike(List<StreamFindings> streams) {
    Map<List<Object>, List<StreamFindings>> alike =
        streams.stream()
            .collect(
                Collectors.groupingBy(
                    stream -> {
                      Diagnosis diagnosis = stream.diagnosis();
                      return List.of(
                          diagnosis.sender(),
                          diagnosis.headerFrom(),
                          diagnosis.streamClass(),
                          diagnosis.recommendations(),
                          diagnosis.streamClass() == StreamClass.OK_DKIM_ONLY
                              ? ""
                              : diagnosis.explanation());
                    },
                    LinkedHashMap::new,
                    Collectors.toCollection(ArrayList::new)));
    return alike.values().stream()
        .sorted(
            Comparator.comparingLong(
                (List<StreamFindings> same) ->
                    -same.stream().mapToLong(s -> s.tally().messages()).reduce(0, Tally::sum)))
        .toList();
  }

  private String who(List<StreamFindings> streams) {
    String sender = streams.get(0).diagnosis().sender();
    List<String> groups =
        streams.stream()
            .map(stream -> Words.group(stream.sourceGroup(), language))
            .distinct()
            .toList();
    return sender.isEmpty() ? language.say(Names.of(Names.Joint.COMMA, groups, NAMES)) : sender;
  }
}

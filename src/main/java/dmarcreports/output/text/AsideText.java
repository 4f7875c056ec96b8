package dmarcreports.output.text;

import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.Headlines;
import dmarcreports.output.wording.Numbers;
import dmarcreports.output.wording.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What needs no action: mail that fails for no fault of ours, and mail that could be stronger. */
final class AsideText {
  private static final int MOST = 5;
  private static final int NAMES = 3;

  private AsideText() {}

  /** Failing mail for which there is nothing to do. */
  static void unavoidable(DomainFindings domain, Language language, Paragraphs out) {
    List<List<StreamFindings>> alike =
        alike(
            domain.streams().stream()
                .filter(stream -> stream.tally().fail() > 0)
                .filter(s -> s.diagnosis().recommendations().equals(List.of(Recommendation.NONE)))
                .toList());
    if (alike.isEmpty()) {
      return;
    }
    out.heading("Failing, and nothing for you to do");
    for (List<StreamFindings> streams : alike.stream().limit(MOST).toList()) {
      Diagnosis diagnosis = streams.get(0).diagnosis();
      long failing = streams.stream().mapToLong(s -> s.tally().fail()).reduce(0, Tally::sum);
      out.wrapped(
          "- ",
          "  ",
          who(streams)
              + ", "
              + Numbers.counted(failing, "message")
              + ": "
              + language.say(diagnosis.explanation()));
    }
    more(alike, out);
  }

  /** Mail that passes by one leg only. */
  static void stronger(DomainFindings domain, Paragraphs out) {
    List<List<StreamFindings>> alike =
        alike(
            domain.streams().stream()
                .filter(stream -> stream.tally().pass() > 0)
                .filter(stream -> hasOneProof(stream.diagnosis().streamClass()))
                .filter(stream -> isAdvised(stream.diagnosis()))
                .toList());
    if (alike.isEmpty()) {
      return;
    }
    out.heading("Passes, but could be stronger");
    for (List<StreamFindings> streams : alike.stream().limit(MOST).toList()) {
      Diagnosis diagnosis = streams.get(0).diagnosis();
      long passing = streams.stream().mapToLong(s -> s.tally().pass()).reduce(0, Tally::sum);
      boolean spf = diagnosis.streamClass() == StreamClass.OK_SPF_ONLY;
      out.wrapped(
          "- ",
          "  ",
          who(streams)
              + ", "
              + Numbers.counted(passing, "message")
              + (spf ? ": by SPF alone, which breaks when forwarded. " : ": by DKIM alone. ")
              + advice(diagnosis, streams));
    }
    more(alike, out);
  }

  private static boolean isAdvised(Diagnosis diagnosis) {
    Recommendation first = diagnosis.recommendations().get(0);
    return first != Recommendation.NONE && first != Recommendation.WAIT;
  }

  private static String advice(Diagnosis diagnosis, List<StreamFindings> streams) {
    Recommendation first = diagnosis.recommendations().get(0);
    String author = diagnosis.headerFrom().map(Words::name).orElse("your domain");
    String target = isOfSender(first) ? who(streams) : author;
    String phrase = Headlines.phrase(first, target, author);
    return "A second proof: " + phrase + " (" + first.word() + ").";
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

  private static void more(List<List<StreamFindings>> alike, Paragraphs out) {
    if (alike.size() > MOST) {
      out.wrapped("and " + (alike.size() - MOST) + " more; streams.csv lists them all");
    }
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

  private static String who(List<StreamFindings> streams) {
    String sender = streams.get(0).diagnosis().sender();
    return !sender.isEmpty()
        ? sender
        : Numbers.list(
            streams.stream().map(s -> Words.group(s.sourceGroup())).distinct().toList(), NAMES);
  }
}

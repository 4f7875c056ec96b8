package dmarcreports.output.text;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Relation;
import dmarcreports.analysis.change.Gain;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.wording.ChangeWords;
import dmarcreports.output.wording.Numbers;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The evidences of a stream: what was checked, what the receiver said, what a change would do. */
final class EvidenceText {
  private static final int EVIDENCES = 200;
  private static final int NAMES = 6;

  private final Language language;
  private final Paragraphs out;

  EvidenceText(Language language, Paragraphs out) {
    this.language = language;
    this.out = out;
  }

  void write(List<Explained.Evidence> evidences) {
    List<List<Explained.Change>> said = new ArrayList<>();
    int shown = Math.min(EVIDENCES, evidences.size());
    for (int i = 0; i < shown; i++) {
      Explained.Evidence evidence = evidences.get(i);
      out.item(0, "Evidence " + (i + 1) + ": ", origin(evidence));
      side("SPF", evidence.spf(), evidence);
      side("DKIM", evidence.dkim(), evidence);
      out.item(2, "So: ", verdict(evidence));
      changes(said.indexOf(evidence.changes()), evidence);
      said.add(evidence.changes());
    }
    if (shown < evidences.size()) {
      out.text(0, "and " + (evidences.size() - shown) + " more; --format json lists them all");
    }
  }

  private static String origin(Explained.Evidence evidence) {
    List<LocalDate> days = evidence.days();
    LocalDate first = days.get(0);
    LocalDate last = days.get(days.size() - 1);
    return Numbers.counted(evidence.messages(), "message")
        + " from "
        + some(
            evidence.shares().stream()
                .map(s -> s.source().map(SourceIp::text).orElse("(no address named)"))
                .toList())
        + ", on "
        + (first.equals(last) ? first : days.size() + " days from " + first + " to " + last)
        + ". Told by "
        + some(evidence.reporters())
        + (evidence.reliable() ? "" : ", whose verdicts often do not follow from their checks")
        + ".";
  }

  private void side(String name, Explained.Side side, Explained.Evidence evidence) {
    StringBuilder text = new StringBuilder();
    if (side.checks().isEmpty() && side.cause() != Cause.MISSING) {
      text.append("no check is reported. ");
    }
    for (Explained.Check check : side.checks()) {
      text.append(check(check, evidence)).append(". ");
    }
    text.append("The receiver says ")
        .append(side.word().map(Codes::word).orElse("nothing"))
        .append(". ")
        .append(language.say(side.inWords()))
        .append(" (")
        .append(side.cause().word())
        .append(")");
    out.item(2, name + " (" + Codes.word(side.mode()) + "): ", text.toString());
  }

  private static String check(Explained.Check check, Explained.Evidence evidence) {
    String from = evidence.from().map(DomainName::text).orElse("the From line");
    String result = check.result().isEmpty() ? "a word that is no result" : check.result();
    String about = check.domain().map(d -> " for " + d).orElse(" for no name");
    return result + about + ", " + relation(check.relation(), from) + worth(check);
  }

  private static String relation(Relation relation, String from) {
    return switch (relation) {
      case EXACT -> "the name in From itself";
      case ORGANIZATIONAL -> "of the same organization as " + from;
      case FOREIGN -> "another organization than " + from;
      case NONE -> "so it proves nobody";
    };
  }

  private static String worth(Explained.Check check) {
    if (!check.result().equals("pass")) {
      return "";
    }
    return switch (check.relation()) {
      case EXACT -> ": it counts";
      case ORGANIZATIONAL ->
          check.counts()
              ? ": it counts, for alignment is relaxed"
              : ": it does not count, for alignment is strict";
      case FOREIGN -> ": it does not count, whatever the mode";
      case NONE -> "";
    };
  }

  private static String verdict(Explained.Evidence evidence) {
    String verdict =
        switch (evidence.verdict()) {
          case PASS -> "it passes DMARC.";
          case FAIL -> "it fails DMARC." + asked(evidence);
          case UNKNOWN -> "whether it passes DMARC cannot be told.";
        };
    return verdict
        + done(evidence)
        + (evidence.forwarded() ? " The receiver says that somebody passed it on." : "")
        + (evidence.nullSender() ? " The return path is empty: a bounce or automatic reply." : "")
        + (evidence.brokenKeys().isEmpty()
            ? ""
            : " Keys of yours that did not verify: " + some(evidence.brokenKeys()) + ".");
  }

  private static String asked(Explained.Evidence evidence) {
    return evidence
        .asked()
        .map(
            policy ->
                switch (policy) {
                  case NONE -> " The record asks to let such mail through (none).";
                  case QUARANTINE -> " The record asks to set such mail aside (quarantine).";
                  case REJECT -> " The record asks to refuse such mail (reject).";
                })
        .orElse("");
  }

  private static String done(Explained.Evidence evidence) {
    return evidence
        .disposition()
        .map(
            disposition ->
                switch (disposition) {
                  case NONE -> " The receiver let it through (none)";
                  case PASS -> " The receiver let it through (pass)";
                  case QUARANTINE -> " The receiver set it aside (quarantine)";
                  case REJECT -> " The receiver refused it (reject)";
                })
        .map(done -> done + (evidence.overridden() ? ", softer than asked." : "."))
        .orElse("");
  }

  private void changes(int alreadySaid, Explained.Evidence evidence) {
    if (evidence.changes().isEmpty()) {
      return;
    }
    if (alreadySaid >= 0) {
      out.text(2, "Each change would do to it what it does to evidence " + (alreadySaid + 1) + ".");
      return;
    }
    out.text(2, "Would it pass after a change?");
    for (Explained.Change change : evidence.changes()) {
      out.item(
          4,
          answer(change.gain()),
          ChangeWords.of(change.changes())
              + (change.advised() ? ", advised: " : ": ")
              + language.say(change.effect()));
    }
  }

  private static String answer(Gain gain) {
    return switch (gain) {
      case YES -> "yes    ";
      case MAYBE -> "maybe  ";
      case NO -> "no     ";
    };
  }

  private static String some(List<String> names) {
    int more = names.size() - NAMES;
    return names.stream().limit(NAMES).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}

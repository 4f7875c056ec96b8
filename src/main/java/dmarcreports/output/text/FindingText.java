package dmarcreports.output.text;

import dmarcreports.analysis.lookup.Asked;
import dmarcreports.analysis.lookup.Finding;
import dmarcreports.analysis.lookup.Remark;
import dmarcreports.analysis.lookup.Severity;
import dmarcreports.analysis.lookup.Topic;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.dns.Answer;
import dmarcreports.dns.ResourceRecord;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.plain.Style.Tint;
import java.util.List;
import java.util.Locale;

/** One look-up: what was asked, what came, what it means and what to do about it. */
final class FindingText {
  private static final int LABEL = 9;

  private final Language language;
  private final Paragraphs out;

  FindingText(Language language, Paragraphs out) {
    this.language = language;
    this.out = out;
  }

  /** Which finding it is, and how much it weighs, in a line. */
  void summary(Finding finding) {
    Severity weight = finding.severity();
    item(tint(weight), mark(weight), language.say(topic(finding.topic(), finding.name())));
  }

  /** All of it, under a heading of its own. */
  void write(Finding finding) {
    out.heading(language.say(topic(finding.topic(), finding.name())));
    finding.asked().forEach(this::asked);
    tree(finding.tree());
    finding.remarks().forEach(this::remark);
  }

  private void tree(List<String> lines) {
    String label = language.say(CheckPhrase.TREE);
    for (String line : lines) {
      out.whole("  ", Labels.padded(label, LABEL) + line);
      label = "";
    }
  }

  private static Saying topic(Topic topic, String name) {
    return switch (topic) {
      case DMARC -> CheckPhrase.TOPIC_DMARC.of(name);
      case SPF -> CheckPhrase.TOPIC_SPF.of(name);
      case MAIL_FROM -> CheckPhrase.TOPIC_MAIL_FROM.of(name);
      case DKIM -> CheckPhrase.TOPIC_DKIM.of(name);
      case REPORTS -> CheckPhrase.TOPIC_REPORTS.of(name);
    };
  }

  private void asked(Asked asked) {
    labelled(CheckPhrase.ASKED, asked.question().toString());
    Answer answer = asked.answer();
    if (answer instanceof Answer.Found found) {
      found.aliases().forEach(this::came);
      found.records().forEach(this::came);
    } else if (answer instanceof Answer.Absent absent) {
      absent.aliases().forEach(this::came);
      labelled(CheckPhrase.CAME, language.say(absence(absent)));
    } else {
      Answer.Failed failed = (Answer.Failed) answer;
      String code = Codes.word(failed.kind()).toUpperCase(Locale.ROOT);
      labelled(CheckPhrase.CAME, language.say(CheckPhrase.FAILED.of(code, failed.server())));
    }
  }

  private static Saying absence(Answer.Absent absent) {
    boolean noName = absent.kind() == Answer.Absence.NAME;
    if (absent.aliases().isEmpty()) {
      return noName ? CheckPhrase.NO_NAME.of() : CheckPhrase.NO_DATA.of();
    }
    ResourceRecord last = absent.aliases().get(absent.aliases().size() - 1);
    return noName
        ? CheckPhrase.NO_NAME_BEHIND.of(last.data())
        : CheckPhrase.NO_DATA_BEHIND.of(last.data());
  }

  private void came(ResourceRecord record) {
    labelled(CheckPhrase.CAME, record.toString());
  }

  /** To be compared or copied: whole, however long. */
  private void labelled(CheckPhrase label, String text) {
    out.whole("  ", Labels.padded(language.say(label), LABEL) + text);
  }

  private void remark(Remark remark) {
    item(tint(remark.severity()), mark(remark.severity()), language.say(remark.meaning()));
    remark.advice().ifPresent(advice -> item(Tint.NONE, CheckPhrase.TO_DO, language.say(advice)));
    for (DnsRecord record : remark.publish()) {
      labelled(CheckPhrase.PUBLISH, record.text());
    }
  }

  private static CheckPhrase mark(Severity severity) {
    return switch (severity) {
      case OK -> CheckPhrase.MARK_OK;
      case NOTE -> CheckPhrase.MARK_NOTE;
      case UNKNOWN -> CheckPhrase.MARK_UNKNOWN;
      case ATTENTION -> CheckPhrase.MARK_ATTENTION;
    };
  }

  private static Tint tint(Severity severity) {
    return switch (severity) {
      case OK -> Tint.GOOD;
      case NOTE, UNKNOWN -> Tint.NONE;
      case ATTENTION -> Tint.BAD;
    };
  }

  private void item(Tint tint, CheckPhrase label, String text) {
    String first = "  " + Labels.padded(language.say(label), LABEL);
    out.wrapped(tint, first, " ".repeat(2 + LABEL), text);
  }
}

package dmarcreports.xml;

import dmarcreports.report.Deviation;
import dmarcreports.report.Deviation.Code;
import dmarcreports.report.DomainName;
import dmarcreports.xml.ReportedValues.Words;
import java.util.List;
import java.util.Optional;

/** Turns the texts of one element into values, and notes what is odd about them. */
final class ReportedText {
  private final List<Deviation> deviations;

  ReportedText(List<Deviation> deviations) {
    this.deviations = deviations;
  }

  void note(Code code, String path, String raw) {
    deviations.add(new Deviation(code, path, raw));
  }

  /** The first of the elements, stripped; empty where there is none or nothing in it. */
  Optional<String> text(List<String> elements, String path) {
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    String first = elements.get(0).strip();
    for (int i = 1; i < elements.size(); i++) {
      if (!elements.get(i).strip().equals(first)) {
        note(Code.REPEATED, path, elements.get(i).strip());
      }
    }
    return first.isEmpty() ? Optional.empty() : Optional.of(first);
  }

  /** The first of some elements that hold others. */
  <T> Optional<T> element(List<T> elements, String path) {
    if (elements.size() > 1) {
      note(Code.REPEATED, path, "×" + elements.size());
    }
    return elements.stream().findFirst();
  }

  /** What the word means; a word that is none, or only stands for one, is noted. */
  <T> Optional<T> word(List<String> elements, String path, Words<T> words) {
    Optional<String> reported = text(elements, path);
    if (reported.isEmpty()) {
      return Optional.empty();
    }
    if (!words.isOwn(reported.get())) {
      note(Code.UNKNOWN_WORD, path, reported.get());
    }
    return words.read(reported.get());
  }

  /** The one domain that the text names: of a mailbox, what follows the last {@code @}. */
  Optional<DomainName> domain(List<String> elements, String path) {
    return text(elements, path).flatMap(reported -> domain(reported, path));
  }

  private Optional<DomainName> domain(String reported, String path) {
    Optional<DomainName> domain = DomainName.parse(reported);
    if (domain.isPresent()) {
      return domain;
    }
    String bare = reported.substring(reported.lastIndexOf('@') + 1).replaceAll("[<>]", "");
    domain = DomainName.parse(bare);
    note(domain.isPresent() ? Code.CLEANED : Code.NOT_A_VALUE, path, reported);
    return domain;
  }
}

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
  private final ReportedDomains domains;

  /** Where the texts are, if not directly below a record or the root: only a note needs it. */
  private final String element;

  private final int number;

  ReportedText(List<Deviation> deviations, ReportedDomains domains) {
    this(deviations, domains, "", 0);
  }

  private ReportedText(
      List<Deviation> deviations, ReportedDomains domains, String element, int number) {
    this.deviations = deviations;
    this.domains = domains;
    this.element = element;
    this.number = number;
  }

  /**
   * The texts in one of several elements of a name.
   *
   * @param number which of them, from 1
   */
  ReportedText in(String severalElements, int number) {
    return new ReportedText(deviations, domains, severalElements, number);
  }

  void note(Code code, String path, String raw) {
    String place = number == 0 ? "" : element + "[" + number + "]";
    String between = place.isEmpty() || path.isEmpty() ? "" : "/";
    deviations.add(new Deviation(code, place + between + path, raw));
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
    return elements.isEmpty() ? Optional.empty() : Optional.of(elements.get(0));
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
    Optional<String> reported = text(elements, path);
    return reported.isEmpty() ? Optional.empty() : domain(reported.get(), path);
  }

  private Optional<DomainName> domain(String reported, String path) {
    Optional<DomainName> domain = domains.read(reported);
    if (domain.isPresent()) {
      return domain;
    }
    String bare = reported.substring(reported.lastIndexOf('@') + 1).replaceAll("[<>]", "");
    domain = domains.read(bare);
    note(domain.isPresent() ? Code.CLEANED : Code.NOT_A_VALUE, path, reported);
    return domain;
  }
}

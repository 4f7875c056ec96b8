package dmarcreports.output.text;

import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.wording.Prose;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is sent of a night: the news of one domain, or all that has no letter of its own.
 *
 * @param topic the domain; empty where it is not about one alone
 * @param title what it is about
 * @param lead how mail fares, in sentences
 * @param newsTitle what stands over the news
 * @param open what is to be done, the largest effect first
 * @param moreOpen how much more is to be done
 * @param details where the rest is to be read
 */
public record Letter(
    Optional<DomainName> topic,
    String subject,
    String title,
    List<String> lead,
    String newsTitle,
    List<DigestItem> news,
    List<DigestItem> open,
    int moreOpen,
    String details,
    Language language) {

  /** So much news is told; more is counted. */
  private static final int MOST_NEWS = 50;

  /** Keeps its own copies of the lists. */
  public Letter {
    lead = List.copyOf(lead);
    news = List.copyOf(news);
    open = List.copyOf(open);
  }

  /** The news that is told. */
  public List<DigestItem> told() {
    return news.subList(0, Math.min(MOST_NEWS, news.size()));
  }

  /** How much news is only counted. */
  public int moreNews() {
    return news.size() - told().size();
  }

  /** As plain text, in lines of at most eighty columns. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lead.forEach(sentence -> lines.addAll(Prose.wrapped(sentence, 0)));
    part(newsTitle, told(), moreNews(), lines);
    part(language.say(LetterPhrase.TO_DO.of()), open, moreOpen, lines);
    lines.add("");
    lines.addAll(Prose.wrapped(details, 0));
    return lines.stream()
        .map(line -> Glue.undone(Inert.line(line)) + "\n")
        .collect(Collectors.joining());
  }

  private void part(String heading, List<DigestItem> items, int more, List<String> lines) {
    if (!items.isEmpty()) {
      lines.add("");
      lines.add(heading);
      items.forEach(item -> lines.addAll(item.lines(topic, language)));
      if (more > 0) {
        lines.add(language.say(LetterPhrase.MORE.of(more)));
      }
    }
  }
}

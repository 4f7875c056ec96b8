package dmarcreports.output.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.Golden;
import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.DayTally;
import dmarcreports.file.Writing;
import dmarcreports.output.Format;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Filters;
import dmarcreports.output.page.Findings;
import dmarcreports.output.wording.ClassTable;
import dmarcreports.output.wording.EvidenceWords;
import dmarcreports.output.wording.StreamWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the page, and how much of it there is; what it does is for {@code PageIT}. */
class HtmlOutputTest {
  private static final int MEGABYTE = 1_000_000;

  /** More of them: {@code -Dpages=3000}. */
  private static final int PAGES = Integer.getInteger("pages", 500);

  private static final String CHECKS = "<details class=\"checks\">";

  @TempDir static Path folder;
  private static Findings sample;

  @BeforeAll
  static void analyze() {
    sample = PageFindings.sample(folder);
  }

  private static String page(Findings findings) throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    new HtmlOutput().write(findings, page);
    return page.toString(StandardCharsets.UTF_8);
  }

  @Test
  void thePageOfTheSampleReportsIsAsItWas() throws IOException {
    String page =
        page(sample)
            .replaceAll("(?s)<style>.*?</style>", "<style></style>")
            .replaceAll("(?s)<script>.*?</script>", "<script></script>")
            .replaceAll("sha256-[^']+", "sha256-");
    Golden.assertMatches("output/findings.html", page.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whateverIsLinkedIsThereOnce() throws IOException {
    String page = page(sample);
    Set<String> ids = new HashSet<>();
    Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(page);
    while (id.find()) {
      assertTrue(ids.add(id.group(1)), id.group(1));
    }
    Matcher link =
        Pattern.compile("(?:href|aria-labelledby)=\"#?([^\"]*)\"|url\\(#([^)]*)\\)").matcher(page);
    int links = 0;
    while (link.find()) {
      String target = Optional.ofNullable(link.group(1)).orElse(link.group(2));
      assertTrue(target.equals("data:,") || ids.contains(target), target);
      links++;
    }
    assertTrue(links > 30, links + " links");
  }

  /** Anchors come from names only: bookmarks live longer than findings. */
  @Test
  void linksAreTheSameTomorrow() throws IOException {
    String page = page(sample);
    assertTrue(page.contains("id=\"example.com\""));
    assertTrue(page.contains("id=\"action-example.com-easy_dkim-example.com\""));
    assertTrue(page.contains("id=\"source-example.com-amazon-ses\""));
    assertTrue(page.contains("id=\"source-example.com-192.0.2.0/24\""));
  }

  /** Each day's numbers, in the table below its month, and as heights of the picture. */
  @Test
  void thePictureShowsWhatTheTablesSay() throws IOException {
    String page = page(sample);
    for (DomainFindings domain : sample.analysis().domains()) {
      List<DayTally> days = domain.days();
      long peak = days.stream().mapToLong(day -> day.tally().messages()).max().orElseThrow();
      Matcher path = Pattern.compile("<path class=\"fail\" d=\"([^\"]*)\"").matcher(page);
      int when = page.indexOf("id=\"" + domain.domain() + ":when\"");
      assertTrue(path.find(when));
      List<Integer> heights = heights(path.group(1));
      int at = when;
      for (DayTally day : days) {
        at = Math.max(at, page.indexOf("rowgroup\">" + YearMonth.from(day.day()) + "</th>", when));
        String line =
            String.format(
                "\n<tr><th>%d<td>%,d<td>%,d",
                day.day().getDayOfMonth(), day.tally().fail(), day.tally().pass());
        at = page.indexOf(line, at);
        assertTrue(at > 0, day.toString());
        int place = (int) ChronoUnit.DAYS.between(days.get(0).day(), day.day());
        long height = Math.round(100.0 * day.tally().fail() / peak);
        assertEquals(day.tally().fail() == 0 ? 0 : Math.max(1, height), (long) heights.get(place));
      }
    }
  }

  /** That of each day in an outline. */
  private static List<Integer> heights(String path) {
    List<Integer> heights = new ArrayList<>();
    Matcher step = Pattern.compile("V(\\d+)h(\\d+)").matcher(path);
    while (step.find()) {
      heights.addAll(
          Collections.nCopies(
              Integer.parseInt(step.group(2)), 100 - Integer.parseInt(step.group(1))));
    }
    return heights;
  }

  @Test
  void fiftyDomainsOfNinetyDaysFitIntoAMegabyte() throws IOException {
    int size = page(PageFindings.many(sample, 50, 90)).getBytes(StandardCharsets.UTF_8).length;
    assertTrue(size <= MEGABYTE, size + " bytes");
  }

  @Test
  void beyondThatTheTableHasTheRest() throws IOException {
    String page = page(PageFindings.many(sample, 60, 10));
    assertEquals(50, Pattern.compile("<article ").matcher(page).results().count());
    assertTrue(page.contains("10 more domains stand in the table only."));
    assertTrue(page.getBytes(StandardCharsets.UTF_8).length <= MEGABYTE);
  }

  @Test
  void aDirectoryOfManyDomainsHasAPageForEach() throws IOException {
    Map<String, Writing> files =
        HtmlOutput.files(PageFindings.many(sample, 60, 10), "findings.html");
    assertEquals(61, files.size());
    assertTrue(
        written(files.get("findings.html")).contains("href=\"domains/d7.example.net.html\""));
    String one = written(files.get("domains/d7.example.net.html"));
    assertTrue(one.contains("<article class=\"domain\" id=\"d7.example.net\""));
    assertTrue(one.contains("href=\"../findings.html\""));
    assertEquals(Set.of("findings.html"), HtmlOutput.files(sample, "findings.html").keySet());
  }

  private static String written(Writing content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.to(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Nothing of a domain is kept once it is written: with all of it, this would not fit. */
  @Test
  void thousandsOfDomainsAreWrittenInConstantMemory() throws IOException {
    Map<String, Writing> files =
        HtmlOutput.files(PageFindings.many(sample, PAGES, 90), "findings.html");
    Counting all = new Counting();
    for (Writing content : files.values()) {
      content.to(all);
    }
    assertTrue(all.bytes > PAGES * 30_000L, all.bytes + " bytes");
    assertTrue(all.most < 150L * MEGABYTE, all.most + " bytes in use");
  }

  /** The page and the command say the same: what, in which order, in which words. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void eachStreamTellsWhatExplainTells(String code) throws IOException {
    Language language = Language.of(code).orElseThrow().grouping();
    String text = text(page(sample.in(language)));
    int evidences = 0;
    for (DomainFindings domain : sample.analysis().domains()) {
      for (Explained.Stream stream : sample.analysis().explained().get(domain.domain())) {
        StreamWords words = StreamWords.of(stream, 100, "", language);
        assertTrue(text.contains(words.why()), words.why());
        for (EvidenceWords evidence : words.evidences()) {
          List<String> said = new ArrayList<>();
          evidence.lines().forEach(line -> said.add(line.label()));
          evidence.lines().forEach(line -> said.addAll(line.sentences()));
          evidence.changes().ifPresent(said::add);
          evidence.answers().forEach(answer -> said.add(answer.sentence()));
          for (String one : said) {
            assertTrue(text.contains(one), one);
          }
          evidences++;
        }
      }
    }
    assertTrue(evidences > 20, evidences + " evidences");
    assertTrue(text.contains(ClassTable.of(language).rows().get(7)));
  }

  private static String text(String page) {
    return page.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /** The worst come first, and where there is no room for all, a command tells the others. */
  @Test
  void whereRoomIsShortTheWorstAreExplained() throws IOException {
    String page = page(PageFindings.many(sample, 50, 90));
    List<String> articles = List.of(page.split("(?=<article )")).subList(1, 51);
    List<Integer> explained =
        IntStream.range(0, 50).filter(i -> articles.get(i).contains(CHECKS)).boxed().toList();
    assertEquals(0, explained.get(0));
    assertTrue(explained.size() < 50, explained.toString());
    assertTrue(explained.get(explained.size() - 1) < explained.size() + 5, explained.toString());
    for (int i = 0; i < 50; i++) {
      String article = articles.get(i);
      assertTrue(explained.contains(i) || article.contains("for which there is no room here:"));
      assertTrue(article.contains("<code>explain "), article);
    }
    // the first of the first is the one with most failing messages
    String first = articles.get(0);
    assertTrue(
        first.indexOf(CHECKS)
            < first.indexOf("<details class=\"group\"", first.indexOf("class=\"inside\"")));
  }

  /** A directory has the pages that its table leads to, and what others have put there. */
  @Test
  void pagesOfDomainsThatAreGoneGoToo(@TempDir Path out) throws IOException {
    Format.HTML.writeFiles(PageFindings.many(sample, HtmlOutput.IN_FULL + 2, 2), out);
    Path pages = out.resolve("domains");
    Set<String> before = names(pages);
    Path notes = Files.writeString(pages.resolve("notes.html"), "<!DOCTYPE html>\n<p>Notes");
    Path copy = Files.createSymbolicLink(pages.resolve("copy.html"), out.resolve("findings.html"));
    Format.HTML.writeFiles(PageFindings.many(sample, HtmlOutput.IN_FULL + 1, 2), out);
    Set<String> after = names(pages);
    assertEquals(HtmlOutput.IN_FULL + 2, before.size());
    assertEquals(HtmlOutput.IN_FULL + 3, after.size());
    before.removeAll(after);
    assertEquals(1, before.size(), before.toString());
    Format.writeAll(sample, out);
    assertEquals(Set.of(notes.getFileName() + "", copy.getFileName() + ""), names(pages));
  }

  private static Set<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  /** Days stand in sentences as days, which no line breaks; and nowhere where a mark is text. */
  @Test
  void noLineBreaksWithinADay() throws IOException {
    String page = page(sample).replaceAll("(?s)<(title|code|th|time|span)\\b.*?</\\1>", "");
    String text = page.replaceAll("<[^>]*>", "");
    assertFalse(Pattern.compile("\\d{4}-\\d{2}-\\d{2}").matcher(text).find());
  }

  @Test
  void nothingStoredIsSaidToSayNothing() throws IOException {
    String page =
        page(
            new Findings(
                new Analysis(List.of(), List.of(), Map.of()),
                Map.of(),
                List.of(),
                Filters.NONE,
                Optional.empty(),
                Optional.empty()));
    assertTrue(page.contains("No messages are stored for this selection"));
  }

  /** Counts what is written, and what is in use meanwhile. */
  private static final class Counting extends OutputStream {
    private static final long OFTEN = 64L * MEGABYTE;
    private long bytes;
    private long looked;
    private long most;

    @Override
    public void write(int one) {
      count(1);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      count(length);
    }

    private void count(int more) {
      bytes += more;
      if (bytes - looked > OFTEN) {
        looked = bytes;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
      }
    }
  }
}

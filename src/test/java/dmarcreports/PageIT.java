package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/**
 * The page in a real browser: every promise that it makes. Pictures of it lie in {@code target}.
 */
class PageIT {
  private static final Path PICTURES = Path.of("target/screenshots").toAbsolutePath();
  private static final int MOST_BYTES = 1_000_000;
  private static final int DOMAINS = 50;
  private static final int DAYS = 90;

  private static final String FAIL =
      "<policy_evaluated><disposition>none</disposition><dkim>fail</dkim><spf>fail</spf>"
          + "</policy_evaluated>";

  @TempDir static Path folder;

  private static Jar jar;
  private static Browser browser;

  @BeforeAll
  static void makePages() throws Exception {
    assumeTrue(Browser.isThere(), "no Chromium is installed: the page is not looked at");
    jar = new Jar(folder);
    Path samples = Path.of("sample-reports").toAbsolutePath();
    jar.run("ingest '" + samples + "' --db db-samples -q");
    for (String language : List.of("en", "ja")) {
      page("db-samples", "samples-" + language, language);
    }
    jar.shell(HostileTexts.write(folder.resolve("hostile")));
    jar.run("ingest hostile --db db-hostile -q");
    page("db-hostile", "hostile-en", "en");
    write(folder.resolve("many"), DOMAINS, DAYS);
    jar.run("ingest many --db db-many -q").printed();
    page("db-many", "many-en", "en");
    page("db-many", "many-ja", "ja");
    write(folder.resolve("crowd"), DOMAINS + 5, 2);
    jar.run("ingest crowd --db db-crowd -q").printed();
    jar.shell("mkdir pages; jar analyze --format html --db db-crowd --out pages").printed();
    browser = new Browser(folder.resolve("profile"));
  }

  private static void page(String db, String name, String language) throws Exception {
    jar.run(
            "analyze --all --format html --lang %s --db %s --out %s.html"
                .formatted(language, db, name))
        .printed();
  }

  /** A report for each domain and day, with mail of several senders, some of it failing. */
  private static void write(Path inbox, int domains, int days) throws IOException {
    Files.createDirectories(inbox);
    for (int domain = 0; domain < domains; domain++) {
      String name = "d" + domain + ".example.com";
      for (int day = 0; day < days; day++) {
        List<String> records = new ArrayList<>();
        for (int sender = 0; sender < 4; sender++) {
          String proven =
              switch (sender) {
                case 0 -> name;
                case 1 -> "eu-west-1.amazonses.com";
                case 2 -> "sendgrid.net";
                default -> "vendor" + domain + ".example";
              };
          String ip = "192.0." + (sender + 2) + "." + (domain + day % 5 + 1);
          records.add(
              ReportXml.record(ip, 5 + (domain + day * 7 + sender) % 40, proven)
                  .replace("example.com</header", name + "</header")
                  .replace("</count>", "</count>" + (sender == 0 ? "" : FAIL)));
        }
        String xml =
            ReportXml.of(
                "mx" + day % 7 + ".example.net",
                domain + "-" + day,
                ReportXml.BEGIN + day * 86_400L,
                name,
                records.toArray(String[]::new));
        Files.writeString(inbox.resolve(domain + "-" + day + ".xml"), xml);
      }
    }
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void show(String page, int width, boolean dark) throws IOException {
    show(page, "", width, dark);
  }

  private static void show(String page, String fragment, int width, boolean dark)
      throws IOException {
    browser.size(width, width < 600 ? 800 : 900);
    browser.prefer(dark, false);
    browser.open(folder.resolve(page + ".html"), fragment);
  }

  private static void openAll() {
    browser.of("document.querySelectorAll('details').forEach(one => one.open = true)");
  }

  private static List<WebElement> all(String selector) {
    return browser.driver().findElements(By.cssSelector(selector));
  }

  private static WebElement one(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples-en", "samples-ja", "hostile-en", "many-en"})
  void nothingIsAskedForAndNothingIsRefused(String page) throws IOException {
    show(page, 1440, false);
    openAll();
    assertEquals(
        List.of(folder.resolve(page + ".html").toUri().toString()),
        browser.requested().stream().distinct().toList());
    assertEquals(List.of(), browser.said());
    // lines of code are lines, and nothing of ours is taken for a stranger's
    assertEquals(
        !page.startsWith("hostile"), browser.of("!document.body.textContent.includes('\\\\u{')"));
  }

  @Test
  void nothingOfStrangersRuns() throws IOException {
    show("hostile-en", 1440, false);
    openAll();
    assertEquals(2L, browser.number("document.scripts.length"));
    assertEquals(
        0L,
        browser.number(
            "[...document.querySelectorAll('*')].filter(one => [...one.attributes]"
                + ".some(a => a.name.startsWith('on') || a.name === 'style')).length"));
    assertEquals(
        0L, browser.number("document.querySelectorAll('img, iframe, object, embed, base').length"));
    assertEquals(
        0L,
        browser.number(
            "[...document.querySelectorAll('a[href]')].filter(one =>"
                + " !one.getAttribute('href').startsWith('#')).length"));
    try {
      assertEquals("", browser.driver().switchTo().alert().getText());
    } catch (NoAlertPresentException none) {
      assertEquals(List.of(), browser.said());
    }
  }

  /** Each language in each width and colour, whole; the largest page in one state. */
  @ParameterizedTest
  @CsvSource({
    "samples-en, 1440, false",
    "samples-en, 360, true",
    "samples-ja, 1440, true",
    "samples-ja, 360, false",
    "hostile-en, 360, true",
    "many-ja, 1440, false"
  })
  void nothingStandsInTheWayOfAnyReader(String page, int width, boolean dark) throws IOException {
    show(page, width, dark);
    if (!page.startsWith("many")) {
      openAll();
    }
    assertEquals(List.of(), browser.barriers());
  }

  @ParameterizedTest
  @CsvSource({
    "samples-en, 360",
    "samples-ja, 360",
    "hostile-en, 360",
    "many-en, 360",
    "samples-en, 768",
    "samples-ja, 1440",
    "samples-en, 2560"
  })
  void nothingHangsOutOfThePage(String page, int width) throws IOException {
    show(page, width, false);
    openAll();
    assertEquals(
        browser.number("document.documentElement.clientWidth"),
        browser.number("document.documentElement.scrollWidth"));
  }

  /** The largest page, and one with what takes longest to lay out. */
  @ParameterizedTest
  @ValueSource(strings = {"many-en", "many-ja", "samples-ja"})
  void itIsPaintedSoonAndStays(String page) throws Exception {
    // what else runs on this machine may hold up one of them
    long painted = Long.MAX_VALUE;
    for (int time = 0; time < 5 && painted >= 1_000; time++) {
      show(page, 360, false);
      Object shift =
          browser
              .driver()
              .executeAsyncScript(
                  "const done = arguments[0]; let sum = 0; new PerformanceObserver(list =>"
                      + " list.getEntries().forEach(one => sum += one.value))"
                      + ".observe({type: 'layout-shift', buffered: true});"
                      + "setTimeout(() => done(sum), 300);");
      assertEquals(0.0, ((Number) shift).doubleValue(), 0.0);
      painted =
          Math.min(
              painted,
              browser.number(
                  "Math.round(performance.getEntriesByName('first-contentful-paint')[0]"
                      + ".startTime)"));
    }
    System.out.println(page + ": first painted after " + painted + " ms");
    assertTrue(painted < 1_000, page + ": " + painted + " ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"many-en", "many-ja"})
  void manyDomainsFitIntoAMegabyte(String page) throws IOException {
    long bytes = Files.size(folder.resolve(page + ".html"));
    System.out.println(page + ": " + bytes + " bytes");
    assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
  }

  @Test
  void theKeyboardAloneIsEnough() throws IOException {
    show("samples-en", 1440, false);
    Actions keys = new Actions(browser.driver());
    keys.sendKeys(Keys.TAB).perform();
    assertEquals("skip", browser.of("document.activeElement.className"));
    keys.sendKeys(Keys.ENTER).perform();
    WebElement how = one("details.how:not([open]) > summary");
    browser.of("arguments[0].focus()", how);
    assertNotEquals("none", how.getCssValue("outline-style"));
    keys.sendKeys(Keys.ENTER).perform();
    assertEquals("true", how.findElement(By.xpath("..")).getDomAttribute("open"));
    // from a sender to its checks, and on to the table by which they were judged
    browser.of("arguments[0].focus()", one("details.group > summary"));
    keys.sendKeys(Keys.ENTER, Keys.TAB, Keys.ENTER).perform();
    assertEquals("checks", browser.of("document.activeElement.parentElement.className"));
    assertTrue(one(".checks .answers").isDisplayed());
    keys.sendKeys(Keys.TAB, Keys.ENTER).perform();
    assertTrue(one(".classes ol").isDisplayed());
    show("samples-en", 1440, false);
    String reached =
        "[...document.querySelectorAll('a[href], button, input, select, summary,"
            + " [tabindex=\"0\"]')].filter(one => one.checkVisibility())";
    long all = browser.number(reached + ".length");
    browser.of("void document.addEventListener('focusin', e => e.target.dataset.reached = 1)");
    for (int i = 0; i < all; i++) {
      keys.sendKeys(Keys.TAB).perform();
    }
    assertTrue(all > 50, all + " places");
    assertEquals(
        List.of(),
        browser.of(reached + ".filter(one => !one.dataset.reached).map(o => o.outerHTML)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples-en", "samples-ja"})
  void aRecordIsCopiedWhole(String page) throws IOException {
    show(page, 1440, false);
    openAll();
    WebElement button = all(".copied button").get(0);
    String code =
        (String) browser.of("arguments[0].parentElement.querySelector('code').textContent", button);
    // it says so for two seconds and later than the key: each of its labels is kept
    browser.of(
        "void new MutationObserver(() => (arguments[0].dataset.said ??= arguments[0].textContent))"
            + ".observe(arguments[0], {childList: true})",
        button);
    browser.of("arguments[0].focus()", button);
    button.sendKeys(Keys.ENTER);
    Object said =
        browser
            .driver()
            .executeAsyncScript(
                "const [button, done] = arguments; const look = () => button.dataset.said"
                    + " ? done(button.dataset.said) : setTimeout(look, 20); look();",
                button);
    assertEquals(one("body").getDomAttribute("data-copied"), said);
    assertFalse(one("[role=status]").getText().isEmpty());
    WebElement search = all("input[type=search]").get(0);
    search.sendKeys(Keys.chord(Keys.CONTROL, "v"));
    assertEquals(code.strip(), search.getDomProperty("value"));
  }

  @Test
  void sourcesAreSearchedAndSorted() throws IOException {
    show("samples-en", 1440, false);
    WebElement who = one("section.who");
    long before = shown(who, ".group");
    WebElement search = who.findElement(By.cssSelector("input[type=search]"));
    search.sendKeys("sendgrid");
    assertEquals(1, shown(who, ".group"));
    search.clear();
    search.sendKeys(Keys.chord("x", Keys.BACK_SPACE));
    assertEquals(before, shown(who, ".group"));
    who.findElement(By.cssSelector("select option[value=item]")).click();
    List<String> names =
        who.findElements(By.cssSelector(".group")).stream()
            .map(group -> group.getDomAttribute("data-item"))
            .filter(name -> Character.isLetter(name.charAt(0)))
            .toList();
    assertTrue(names.size() > 2, names.toString());
    assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
    WebElement head =
        one("section.overview thead th.n button, section.reporters thead th.n button");
    browser.of("arguments[0].click()", head);
    assertEquals("descending", head.findElement(By.xpath("..")).getDomAttribute("aria-sort"));
  }

  private static long shown(WebElement within, String selector) {
    return within.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .count();
  }

  @Test
  void linksLeadIntoThePage() throws IOException {
    show("samples-en", 1440, false);
    List<String> ids = new ArrayList<>();
    all("[id^=action-], [id^=source-], article[id]")
        .forEach(target -> ids.add(target.getDomAttribute("id")));
    assertTrue(ids.size() > 20, ids.toString());
    assertEquals(ids.stream().distinct().count(), ids.size(), "each is there once: " + ids);
    for (String id : List.of(ids.get(0), ids.get(ids.size() / 2), ids.get(ids.size() - 1))) {
      show("samples-en", id, 1440, false);
      WebElement target = browser.driver().findElement(By.id(id));
      assertTrue(target.isDisplayed(), id);
      assertTrue(
          (Boolean)
              browser.of(
                  "(r => r.top < innerHeight && r.bottom > 0)(arguments[0].getBoundingClientRect())",
                  target),
          id);
    }
    show("samples-en", 1440, false);
    assertEquals(
        List.of(),
        browser.of(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(one =>"
                + " decodeURIComponent(one.getAttribute('href').slice(1)))"
                + ".filter(id => !document.getElementById(id))"));
  }

  /** More domains than one page holds: a table that leads to a page for each, and back. */
  @Test
  void manyDomainsHaveAPageEach() throws IOException {
    show("pages/findings", 360, false);
    assertEquals(List.of(), browser.barriers());
    List<WebElement> links = all("tbody th a[href]");
    assertEquals(DOMAINS + 5, links.size());
    for (WebElement link : links) {
      String address = link.getDomAttribute("href");
      assertTrue(Files.size(folder.resolve("pages").resolve(address)) > 10_000, address);
    }
    String name = links.get(7).getText();
    links.get(7).click();
    assertEquals(name, one("article h2").getText());
    assertEquals(List.of(), browser.barriers());
    one("nav a").click();
    assertEquals(DOMAINS + 5, all("tbody th a[href]").size());
  }

  @Test
  void colourIsThatOfTheSystem() throws IOException {
    show("samples-en", 1440, false);
    String light = one("body").getCssValue("background-color");
    show("samples-en", 1440, true);
    assertNotEquals(light, one("body").getCssValue("background-color"));
  }

  @Test
  void withoutScriptAllIsReadable() throws IOException {
    try (Browser still = new Browser(folder.resolve("still"))) {
      still.scripts(false);
      still.open(folder.resolve("samples-en.html"), "");
      assertEquals(
          0L,
          still.number(
              "[...document.querySelectorAll('.tools, button')]"
                  + ".filter(one => one.checkVisibility()).length"));
      assertTrue(still.number("document.querySelector('h1').getBoundingClientRect().height") > 0);
      assertTrue(still.number("document.querySelectorAll('details > summary').length") > 10);
    }
  }

  @Test
  void onPaperAllIsThere() throws Exception {
    show("samples-en", 1440, false);
    browser.prefer(false, true);
    browser.driver().executeScript("dispatchEvent(new Event('beforeprint'))");
    assertEquals(0L, browser.number("document.querySelectorAll('details:not([open])').length"));
    assertTrue(one(".checks .answers").isDisplayed());
    assertEquals(
        0L,
        browser.number(
            "[...document.querySelectorAll('.tools, .copied button')]"
                + ".filter(one => one.checkVisibility()).length"));
    browser.driver().executeScript("dispatchEvent(new Event('afterprint'))");
    assertTrue(browser.number("document.querySelectorAll('details:not([open])').length") > 0);
    browser.printed(PICTURES.resolve("10-print.pdf"));
    assertTrue(Files.size(PICTURES.resolve("10-print.pdf")) > 50_000);
  }

  @Test
  void headingsFollowOneAnotherAndEachTableHasAName() throws IOException {
    show("samples-en", 1440, false);
    List<?> levels =
        (List<?>)
            browser.of(
                "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => +one.tagName[1])");
    long last = 0;
    for (Object level : levels) {
      assertTrue((Long) level <= last + 1, levels.toString());
      last = (Long) level;
    }
    assertEquals(1L, levels.stream().filter(level -> level.equals(1L)).count());
    assertEquals(
        0L,
        browser.number(
            "[...document.querySelectorAll('table')].filter(one => !one.caption &&"
                + " !one.closest('[aria-label], [aria-labelledby]')).length"));
    for (Map.Entry<String, String> language :
        Map.of("samples-en", "en", "samples-ja", "ja").entrySet()) {
      show(language.getKey(), 1440, false);
      assertEquals(language.getValue(), browser.of("document.documentElement.lang"));
    }
  }

  /** Ten of its states, to be looked at. */
  @ParameterizedTest
  @CsvSource({
    "01-phone, samples-en, 360, false, false",
    "02-phone-dark, samples-en, 360, true, false",
    "03-tablet, samples-en, 800, false, false",
    "04-wide, samples-en, 1440, false, false",
    "05-wide-dark, samples-en, 1440, true, false",
    "06-wide-open, samples-en, 1440, false, true",
    "07-phone-ja, samples-ja, 360, false, false",
    "08-wide-ja, samples-ja, 1440, false, true",
    "09-many, many-en, 1440, false, false"
  })
  void picturesAreTaken(String name, String page, int width, boolean dark, boolean open)
      throws IOException {
    show(page, width, dark);
    if (open) {
      openAll();
    }
    browser.picture(PICTURES.resolve(name + ".png"), 9_000);
    assertTrue(Files.size(PICTURES.resolve(name + ".png")) > 10_000);
  }
}

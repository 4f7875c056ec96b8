package dmarcreports;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium that is installed, without a window. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Its driver complains that it does not know so new a browser, and does all that is wanted. */
  private static final Logger DRIVER_SAYS = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  /** Starts one with a profile of its own. */
  Browser(Path profile) {
    DRIVER_SAYS.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.setPageLoadStrategy(PageLoadStrategy.NORMAL);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-device-scale-factor=1",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build(),
            options);
  }

  /** Whether there is one on this machine. */
  static boolean isThere() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Shows a page from the disk; what was logged before is forgotten. */
  void open(Path page, String fragment) throws IOException {
    open("about:blank");
    requested();
    said();
    open(page.toUri() + (fragment.isEmpty() ? "" : "#" + fragment));
  }

  void open(String address) {
    driver.get(address);
  }

  /** How large what shows the page is, in CSS pixels. */
  void size(int width, int height) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** What the system prefers: {@code prefers-color-scheme} and the like; and {@code print}. */
  void prefer(boolean dark, boolean print) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            print ? "print" : "screen",
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Whether pages that are opened from now on may run their scripts. */
  void scripts(boolean allowed) {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** A picture of the whole page, however long. */
  void picture(Path file, int most) throws IOException {
    long height = Math.min(most, number("document.documentElement.scrollHeight"));
    long width = number("document.documentElement.clientWidth");
    Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
    Object data =
        command(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
            .get("data");
    write(file, data);
  }

  /** The page as it is printed on A4. */
  void printed(Path file) throws IOException {
    Object data =
        command(
                "Page.printToPDF",
                Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", false))
            .get("data");
    write(file, data);
  }

  private static void write(Path file, Object base64) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode((String) base64));
  }

  /** What a script returns. */
  Object of(String script, Object... arguments) {
    return driver.executeScript("return " + script, arguments);
  }

  long number(String script) {
    return ((Number) of(script)).longValue();
  }

  /** What stands in the way of some readers, by axe-core, each with where it is. */
  List<String> barriers() {
    // what is in order need not be told of element by element: of a large page that takes longest
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder()
            .withOptions(options)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze(driver)
            .getViolations()
            .stream()
            .map(Browser::barrier)
            .toList();
  }

  private static String barrier(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
  }

  /** The addresses that were asked for since the last time. */
  List<String> requested() throws IOException {
    List<String> addresses = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = JSON.readTree(entry.getMessage()).path("message");
      String address = message.path("params").path("request").path("url").asText();
      boolean asked = message.path("method").asText().equals("Network.requestWillBeSent");
      if (asked && !address.startsWith("about:")) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  /** What the page has said on its console since the last time, refusals of its policy too. */
  List<String> said() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  private Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  @Override
  public void close() {
    driver.quit();
  }
}

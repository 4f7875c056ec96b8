package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The core needs nothing but itself and its own libraries. */
class CoreTest {
  private static final Set<String> ROOMS = Set.of("report", "mail", "xml", "dns", "analysis");

  /** By the names of their files, up to the version: what the rooms of the core stand on. */
  private static final Set<String> LIBRARIES =
      Set.of(
          // report, analysis
          "jspecify",
          "crawler-commons",
          "slf4j-api",
          "slf4j-nop",
          // mail
          "apache-mime4j-core",
          "apache-mime4j-dom",
          "commons-compress",
          "commons-codec",
          "commons-io",
          "commons-lang3",
          "xz",
          "zstd-jni",
          // xml
          "jakarta.xml.bind-api",
          "jakarta.activation-api",
          "jaxb-runtime",
          "jaxb-core",
          "angus-activation",
          "txw2",
          "istack-commons-runtime",
          "woodstox-core",
          "stax2-api");

  @Test
  void fromFilesToActionsWithNothingElse() throws Exception {
    Path samples = Path.of("sample-reports");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (Core core = new Core()) {
      // where JAXB looks for its runtime
      thread.setContextClassLoader(core);
      @SuppressWarnings("unchecked")
      Function<Path, String> alone =
          (Function<Path, String>)
              core.loadClass(CoreRun.class.getName()).getConstructor().newInstance();
      String said = alone.apply(samples);
      assertTrue(said.contains("EASY_DKIM"), said);
      thread.setContextClassLoader(before);
      assertEquals(new CoreRun().apply(samples), said);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void nothingElseIsThere() throws Exception {
    try (Core core = new Core()) {
      for (String absent :
          List.of("dmarcreports.store.ReportStore", "dmarcreports.flow.Ingest", "org.h2.Driver")) {
        assertThrows(ClassNotFoundException.class, () -> core.loadClass(absent), absent);
      }
    }
  }

  /** The rooms of the core, their libraries, and the run. */
  private static final class Core extends URLClassLoader {
    Core() throws MalformedURLException {
      super(places(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] places() throws MalformedURLException {
      String path =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      List<URL> places = new ArrayList<>();
      for (String place : path.split(File.pathSeparator)) {
        Path file = Path.of(place);
        String name = file.getFileName().toString().replaceFirst("-[0-9].*\\.jar$", "");
        if (file.toFile().isDirectory() || LIBRARIES.contains(name)) {
          places.add(file.toUri().toURL());
        }
      }
      return places.toArray(URL[]::new);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      String[] rooms = name.split("\\.");
      if (rooms[0].equals("dmarcreports")
          && !ROOMS.contains(rooms[1])
          && !name.equals(CoreRun.class.getName())) {
        throw new ClassNotFoundException(name + " is not of the core");
      }
      return super.findClass(name);
    }
  }
}

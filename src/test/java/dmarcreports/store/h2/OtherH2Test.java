package dmarcreports.store.h2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmarcreports.store.Databases;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.StoreException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.h2.engine.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that another H2, or another program, has made. */
class OtherH2Test {
  private static final String REFUSAL =
      ": holds tables of another program; name another file; nothing was changed";

  @TempDir Path folder;

  private String refusal(Path file) throws Exception {
    byte[] before = Files.readAllBytes(file);
    Database database = Databases.parse(file.toString());
    StoreException refusal =
        assertThrows(
            StoreException.class, () -> Databases.open(database, Duration.ZERO, true).close());
    assertArrayEquals(before, Files.readAllBytes(file));
    return refusal.getMessage();
  }

  /** Beside the H2 of this build lie those that its generator of classes and others brought. */
  @Test
  void thoseOfAnotherVersionAreRefusedUntouched() throws Exception {
    Path used =
        Path.of(Constants.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    int tried = 0;
    for (String version : List.of("2.2.224", "2.3.232")) {
      Path jar = used.getParent().resolveSibling(version).resolve("h2-" + version + ".jar");
      if (Files.exists(jar)) {
        tried++;
        Path file = folder.resolve(version + ".mv.db");
        make(jar, "jdbc:h2:file:" + folder.resolve(version));
        assertEquals(file + REFUSAL, refusal(file));
      }
    }
    assumeTrue(tried > 0, "no other H2 in the repository of Maven");
  }

  private static void make(Path jar, String url) throws Exception {
    ClassLoader parent = ClassLoader.getPlatformClassLoader();
    Properties user = new Properties();
    user.setProperty("user", H2Connection.USER);
    user.setProperty("password", "");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, parent)) {
      Driver driver =
          (Driver) loader.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
      try (Connection connection = driver.connect(url, user);
          Statement statement = connection.createStatement()) {
        statement.execute("create table records (id int)");
      }
    }
  }

  @Test
  void thoseOfAnotherProgramAreRefusedUntouched() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("other");
    try (Connection connection = DriverManager.getConnection(url, H2Connection.USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("create table reports (id int)");
    }
    Path file = folder.resolve("other.mv.db");
    assertEquals(file + REFUSAL, refusal(file));
  }
}

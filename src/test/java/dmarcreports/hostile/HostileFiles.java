package dmarcreports.hostile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The collection of hostile and odd files, in which ten good reports are hidden. */
final class HostileFiles {
  /** How many reports that nothing is wrong with are among the others. */
  static final int HIDDEN = 10;

  /** How many messages each document of an accepted file reports, unless it says otherwise. */
  static final long MESSAGES = 3;

  private final Map<String, HostileFile> files = new LinkedHashMap<>();
  private final Canary canary;

  private HostileFiles(Canary canary) {
    this.canary = canary;
  }

  /** All files; what they refer to outside leads to the canary. */
  static List<HostileFile> all(Canary canary) throws IOException {
    HostileFiles all = new HostileFiles(canary);
    for (int i = 0; i < HIDDEN; i++) {
      byte[] report =
          Report.xml("hidden-" + i, (long) Math.pow(3, i)).getBytes(StandardCharsets.UTF_8);
      String end = i % 3 == 0 ? ".xml" : i % 3 == 1 ? ".xml.gz" : ".zip";
      byte[] packed =
          i % 3 == 0 ? report : i % 3 == 1 ? Pack.gzip(report) : Pack.zip("r.xml", report);
      all.add("hidden-" + i + end, HostileFile.GOOD, (long) Math.pow(3, i), packed);
    }
    XmlThreats.addTo(all);
    HugeXml.addTo(all);
    OddXml.addTo(all);
    Archives.addTo(all);
    ZipThreats.addTo(all);
    Mails.addTo(all);
    Fields.addTo(all);
    Values.addTo(all);
    return List.copyOf(all.files.values());
  }

  Canary canary() {
    return canary;
  }

  void add(String name, String expected, byte[] bytes) {
    add(name, expected, expected.contains(HostileFile.GOOD) ? MESSAGES : 0, bytes);
  }

  void add(String name, String expected, String text) {
    add(name, expected, text.getBytes(StandardCharsets.UTF_8));
  }

  void add(String name, String expected, long messages, byte[] bytes) {
    add(name, expected, messages, out -> out.write(bytes));
  }

  void add(String name, String expected, long messages, HostileFile.Content content) {
    if (files.put(name, new HostileFile(name, expected, messages, content)) != null) {
      throw new IllegalArgumentException("two files " + name);
    }
  }

  /** A report that is accepted, whose id is the name of the file. */
  void accepted(String name, String... replacements) {
    add(name, HostileFile.GOOD, Report.with(name, replacements));
  }

  /** A report in which something is replaced, and what must come of it. */
  void changed(String name, String expected, String... replacements) {
    add(name, expected, Report.with(name, replacements));
  }

  static void write(HostileFile file, Path folder) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(file.name())), 1 << 16)) {
      file.content().writeTo(out);
    }
  }
}

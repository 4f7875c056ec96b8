package dmarcreports.benchmark;

import dmarcreports.FastStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The place where the jar is measured: mailboxes, databases and a copy of the jar. */
final class Bench {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();
  private static final Path PLACE = Path.of("target/benchmark").toAbsolutePath();

  private final Path jar = PLACE.resolve("dmarc-reports.jar");
  private final Map<String, Long> records = new HashMap<>();
  private final Set<String> stored = new HashSet<>();

  /** Copies the jar, so that it may be built anew meanwhile. */
  Bench() throws IOException {
    Files.createDirectories(PLACE);
    Path built = Path.of("target/dmarc-reports.jar");
    if (!Files.exists(built)) {
      throw new IOException(built + " is not there; run mvn package -DskipTests first");
    }
    Files.write(jar, Files.readAllBytes(built));
    Files.deleteIfExists(Scenario.ARCHIVE);
  }

  /** Runs a row once. */
  Cost run(Scenario scenario) throws IOException, InterruptedException {
    Path inbox = inbox(scenario.mailbox());
    if (scenario.java().equals(Scenario.FASTER) && !Files.exists(Scenario.ARCHIVE)) {
      FastStart.makeArchive(JAVA, jar, inbox, Scenario.ARCHIVE);
    }
    if (scenario.state() == Scenario.State.NO_DATABASE) {
      removeDatabase(scenario.mailbox());
      stored.add(scenario.mailbox());
    } else if (scenario.state() == Scenario.State.STORED && stored.add(scenario.mailbox())) {
      removeDatabase(scenario.mailbox());
      jar(List.of(), List.of("ingest", inbox.toString(), "--db", db(scenario.mailbox()), "-q"));
    }
    List<String> arguments = new ArrayList<>();
    for (String word : scenario.arguments()) {
      arguments.add(
          switch (word) {
            case "INBOX" -> inbox.toString();
            case "DB" -> db(scenario.mailbox());
            case "OUT" -> db(scenario.mailbox()) + ".findings";
            default -> word;
          });
    }
    return jar(scenario.java(), arguments);
  }

  /** Runs the reference once over the mailbox of the row. */
  Cost reference(Scenario scenario) throws IOException, InterruptedException {
    String classes = System.getProperty("java.class.path");
    String inbox = inbox(scenario.mailbox()).toString();
    return Cost.of(List.of(JAVA, "-cp", classes, Reference.class.getName(), inbox), Map.of());
  }

  /** Bytes of the database for each record in the mailbox; 0 where nothing was stored. */
  long bytesPerRecord(Scenario scenario) throws IOException {
    Path file = PLACE.resolve(scenario.mailbox() + ".mv.db");
    long count = records.getOrDefault(scenario.mailbox(), 0L);
    return scenario.state() == Scenario.State.NO_DATABASE && count > 0
        ? Files.size(file) / count
        : 0;
  }

  private Cost jar(List<String> java, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(java);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    return Cost.of(command, Map.of());
  }

  private static String db(String mailbox) {
    return PLACE.resolve(mailbox).toString();
  }

  private static void removeDatabase(String name) throws IOException {
    for (String end : List.of(".mv.db", ".mv.db.mark", ".mv.db.lock")) {
      Files.deleteIfExists(PLACE.resolve(name + end));
    }
  }

  /** The mailbox of a name, made where it is not there yet. */
  private Path inbox(String name) throws IOException {
    Path inbox = PLACE.resolve(name + ".inbox");
    Path count = PLACE.resolve(name + ".records");
    if (!Files.exists(count)) {
      removeAll(inbox);
      Corpus corpus = new Corpus();
      switch (name) {
        case "none" -> Files.createDirectories(inbox);
        case "ten" -> corpus.mailbox(inbox, 10, 8);
        case "short" -> corpus.mailbox(inbox, 500, 8);
        case "S" -> corpus.mailbox(inbox, 1_000, 20);
        case "M" -> corpus.mailbox(inbox, 20_000, 8);
        case "huge" -> corpus.huge(inbox, 1_000_000);
        case "life" -> corpus.longLife(inbox);
        default -> corpus.mailbox(inbox, Integer.parseInt(name), 8);
      }
      Files.writeString(count, corpus.records() + "\n");
    }
    records.put(name, Long.parseLong(Files.readString(count).strip()));
    return inbox;
  }

  private static void removeAll(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }
}

package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.command.Program;
import dmarcreports.mailbox.imap.RuaMails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Connections cut and the real jar killed at any moment while objects leave a real server: nothing
 * lost, nothing twice, no object moved that is not stored. And what a run that reads files loads of
 * libraries.
 */
class S3ServerIT {
  private static final int CUTS = Integer.getInteger("cuts", 15);
  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int OBJECTS = 60;
  private static final Pattern ID = Pattern.compile("\"report_id\":\"(\\d+)\"");

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private int put;

  private Process jar(String option, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Jar.JAVA));
    command.addAll(FastStart.options());
    command.addAll(List.of(option, "-jar", Jar.FILE.toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--db", folder.resolve("reports").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(S3Server.environment());
    builder.environment().put("HOME", folder.toString());
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private Process ingest(S3Server server, S3Server.Bucket bucket, String after) throws IOException {
    return jar(
        "-Xmx256m",
        "ingest",
        bucket.url("rua/"),
        "-q",
        "--after",
        after,
        "--s3-endpoint",
        server.endpoint(),
        "--tls-ca",
        server.authority().toString());
  }

  private Set<Integer> stored() {
    Set<Integer> found = new TreeSet<>();
    if (Files.exists(folder.resolve("reports.mv.db"))) {
      Matcher matcher =
          ID.matcher(new Program(folder, "reports").printed("export", "--format", "jsonl"));
      while (matcher.find()) {
        found.add(Integer.parseInt(matcher.group(1)));
      }
    }
    return found;
  }

  private static boolean is(Map<String, String> objects, String prefix, int number) {
    return objects.containsKey(prefix + number);
  }

  private void nothingIsLost(S3Server.Bucket bucket, boolean moved) {
    Map<String, String> objects = bucket.objects();
    Set<Integer> stored = stored();
    for (int number = 1; number <= put; number++) {
      boolean here = is(objects, "rua/", number);
      boolean there = is(objects, "done/", number);
      assertTrue(here || stored.contains(number), "lost: " + number);
      assertTrue(!moved || here || there, "gone: " + number);
      assertTrue(!there || stored.contains(number), "not stored: " + number);
    }
  }

  private void put(S3Server.Bucket bucket) {
    for (int i = 0; i < OBJECTS; i++) {
      put++;
      bucket.put("rua/" + put, RuaMails.report(put, put % 10 == 0 ? 2_000 : 1));
    }
  }

  private void allIsDone(S3Server.Bucket bucket, boolean moved) {
    assertEquals(put, stored().size());
    Map<String, String> objects = bucket.objects();
    assertEquals(moved ? put : 0, objects.size(), objects.keySet().toString());
    assertTrue(objects.keySet().stream().allMatch(key -> key.startsWith("done/")));
  }

  @Test
  void cutAtAnyMoment() throws IOException {
    S3Server server = S3Server.shared();
    S3Server.Bucket bucket = server.bucket();
    Program program = new Program(folder, "reports");
    S3Server.logIn();
    try (Cutter cutter = new Cutter(server.port(), random)) {
      List<String> ingest =
          new ArrayList<>(List.of("ingest", bucket.url("rua/"), "-q", "--after", "move:done"));
      ingest.addAll(List.of("--s3-endpoint", "https://localhost:" + cutter.port()));
      ingest.addAll(List.of("--wait", "3s", "--tls-ca", server.authority().toString()));
      while (cutter.cuts() < CUTS) {
        put(bucket);
        int code = program.run(ingest.toArray(String[]::new));
        assertTrue(code == 0 || program.err.lines().count() == 1, program.err);
        nothingIsLost(bucket, true);
      }
      cutter.stop();
      assertEquals(0, program.run(ingest.toArray(String[]::new)), program.err);
      allIsDone(bucket, true);
      System.out.println(cutter.cuts() + " connections to a bucket cut: seed " + SEED);
    } finally {
      S3Server.logOut();
    }
  }

  private void killed(String after, boolean moved) throws IOException, InterruptedException {
    S3Server server = S3Server.shared();
    S3Server.Bucket bucket = server.bucket();
    long millis = 4_000;
    for (int kill = 0; kill < KILLS; kill++) {
      put(bucket);
      Process process = ingest(server, bucket, after);
      if (process.waitFor(millis / 4 + random.nextLong(millis), TimeUnit.MILLISECONDS)) {
        millis = Math.max(1_000, millis * 3 / 4);
      }
      process.destroyForcibly().waitFor();
      nothingIsLost(bucket, moved);
    }
    assertEquals(
        0, ingest(server, bucket, after).waitFor(), Files.readString(folder.resolve("err")));
    allIsDone(bucket, moved);
    System.out.println(
        KILLS + " times kill -9 with objects and --after " + after + ": seed " + SEED);
  }

  @Test
  void killedWhileObjectsAreMoved() throws Exception {
    killed("move:done/", true);
  }

  @Test
  void killedWhileObjectsAreDeleted() throws Exception {
    killed("delete", false);
  }

  @Test
  void whoReadsFilesLoadsNothingOfServers() throws Exception {
    Path file = Files.write(folder.resolve("mail.eml"), RuaMails.report(1));
    Path loaded = folder.resolve("loaded");
    String option = "-Xlog:class+load:file=" + loaded;
    assertEquals(0, jar(option, "ingest", file.toString()).waitFor());
    String classes = Files.readString(loaded);
    assertTrue(classes.contains("dmarcreports.mailbox.FileMailbox "));
    for (String library : List.of("software.amazon.", "jakarta.mail.", "angus.mail.")) {
      assertTrue(!classes.contains(" " + library), library);
    }
    assertTrue(!classes.contains("dmarcreports.mailbox.s3.S3Session "));
  }
}

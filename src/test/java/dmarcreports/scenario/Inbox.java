package dmarcreports.scenario;

import dmarcreports.scenario.World.Check;
import dmarcreports.scenario.World.Flow;
import dmarcreports.scenario.World.Published;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the reports on worlds into a directory, in the containers that reporters use. */
final class Inbox {
  private static final int SECONDS_A_DAY = 86_400;
  private static final int CONTAINERS = 3;

  private final Path directory;
  private int written;
  private int again;

  Inbox(Path directory) {
    this.directory = directory;
  }

  /** The first of the month is day 1. */
  static LocalDate date(int day) {
    return LocalDate.of(2025, 6, day);
  }

  /** How many different reports there are. */
  int reports() {
    return written - again;
  }

  /** How many of them came twice. */
  int duplicates() {
    return again;
  }

  void write(World world) throws IOException {
    Map<Integer, Map<Reporter, List<Flow>>> days = new TreeMap<>();
    for (Flow flow : world.flows()) {
      for (int day : flow.days()) {
        days.computeIfAbsent(day, d -> new TreeMap<>())
            .merge(
                flow.reporter(),
                List.of(flow),
                (one, other) ->
                    java.util.stream.Stream.concat(one.stream(), other.stream()).toList());
      }
    }
    for (var day : days.entrySet()) {
      for (var flows : day.getValue().entrySet()) {
        String xml = feedback(world, day.getKey(), flows.getKey(), flows.getValue());
        store(xml);
        if (flows.getValue().stream().anyMatch(f -> f.has("twice"))) {
          store(xml);
          again++;
        }
      }
    }
  }

  private void store(String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    int number = written++;
    Path file = directory.resolve(String.format("%06d.bin", number));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    if (number % CONTAINERS == 0) {
      packed.write(bytes);
    } else if (number % CONTAINERS == 1) {
      try (OutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
    } else {
      try (ZipOutputStream zip = new ZipOutputStream(packed)) {
        zip.putNextEntry(new ZipEntry("report.xml"));
        zip.write(bytes);
      }
    }
    Files.write(file, packed.toByteArray());
  }

  private static String feedback(World world, int day, Reporter reporter, List<Flow> flows) {
    long begin = date(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    Published policy = world.policyOn(day);
    boolean modern = reporter.writesRfc9990();
    return (modern ? "<feedback xmlns='urn:ietf:params:xml:ns:dmarc-2.0'>" : "<feedback>")
        + "<version>1.0</version><report_metadata>"
        + tag("org_name", reporter.organization())
        + tag("email", "dmarc@example.net")
        + tag("report_id", world.name() + "-" + day)
        + "<date_range>"
        + tag("begin", begin)
        + tag("end", begin + SECONDS_A_DAY - 1)
        + "</date_range></report_metadata><policy_published>"
        + tag("domain", world.domain())
        + (modern ? tag("discovery_method", "psl") : "")
        + tag("p", policy.p())
        + (policy.sp().isEmpty() ? "" : tag("sp", policy.sp()))
        + tag("adkim", policy.adkim())
        + tag("aspf", policy.aspf())
        + (modern ? "" : tag("pct", 100))
        + "</policy_published>"
        + flows.stream().map(f -> record(world, f, policy)).collect(Collectors.joining())
        + "</feedback>";
  }

  private static String record(World world, Flow flow, Published policy) {
    Reporter reporter = flow.reporter();
    List<String> words = reporter.words(flow, policy);
    boolean passes = words.contains("pass");
    String asked = passes ? "none" : policy.forAuthor(flow.author(), world.domain());
    String done = flow.extra("disposition").isEmpty() ? asked : flow.extra("disposition");
    String[] reason = flow.extra("reason").split(": ", 2);
    String envelope =
        flow.has("bounce") ? "" : flow.spf().isEmpty() ? "" : flow.spf().get(0).domain();
    boolean tellsEnvelope = reporter != Reporter.GOOGLE;
    return "<record><row>"
        + tag("source_ip", flow.address())
        + tag("count", flow.messages())
        + "<policy_evaluated>"
        + tag("disposition", passes && reporter.writesRfc9990() ? "pass" : done)
        + tag("dkim", words.get(1))
        + tag("spf", words.get(0))
        + (reason[0].isEmpty()
            ? ""
            : "<reason>"
                + tag("type", reason[0])
                + (reason.length > 1 ? tag("comment", reason[1]) : "")
                + "</reason>")
        + "</policy_evaluated></row><identifiers>"
        + tag("header_from", flow.author())
        + (tellsEnvelope && (flow.has("bounce") || !envelope.isEmpty())
            ? tag("envelope_from", envelope)
            : "")
        + "</identifiers><auth_results>"
        + reporter.signaturesShown(flow).stream().map(Inbox::dkim).collect(Collectors.joining())
        + (reporter.showsSpf()
            ? flow.spf().stream().map(c -> spf(c, tellsEnvelope)).collect(Collectors.joining())
            : "")
        + "</auth_results></record>";
  }

  private static String dkim(Check check) {
    return "<dkim>"
        + tag("domain", check.domain())
        + tag(
            "selector",
            check.domain().equals("amazonses.com")
                ? "224i4yxa5dv7c2xz3womw6peuasteono"
                : check.selector())
        + tag("result", check.result())
        + "</dkim>";
  }

  private static String spf(Check check, boolean scope) {
    return "<spf>"
        + tag("domain", check.domain())
        + (check.helo() ? tag("scope", "helo") : scope ? tag("scope", "mfrom") : "")
        + tag("result", check.result())
        + "</spf>";
  }

  private static String tag(String name, Object text) {
    return "<" + name + ">" + text + "</" + name + ">";
  }
}

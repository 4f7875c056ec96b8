package dmarcreports.output;

import dmarcreports.analysis.Diagnosis;
import dmarcreports.analysis.DomainFindings;
import dmarcreports.analysis.SourceFindings;
import dmarcreports.analysis.StreamFindings;
import dmarcreports.analysis.Tally;
import dmarcreports.report.PolicyDomain;
import dmarcreports.report.SourceIp;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What a person reads first: for each domain the verdict, what to do, then the sources. */
final class TextOutput implements Output {
  private static final int WIDTH = 80;
  private static final int SOURCES = 20;

  @Override
  public void write(Findings findings, OutputStream to) throws IOException {
    PrintWriter out = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    if (findings.analysis().domains().isEmpty()) {
      out.print("No messages are stored for this selection: that says nothing about your mail.\n");
    }
    for (DomainFindings domain : findings.analysis().domains()) {
      domain(domain, findings.domains().get(domain.domain()), findings.all(), out);
    }
    out.flush();
    if (out.checkError()) {
      throw new IOException("cannot be written");
    }
  }

  private static void domain(
      DomainFindings domain, PolicyDomain stored, boolean all, PrintWriter out) {
    Tally tally = domain.tally();
    out.print(domain.domain() + "\n");
    out.print("=".repeat(domain.domain().text().length()) + "\n");
    wrap(
        tally.pass()
            + " of "
            + tally.messages()
            + " messages pass DMARC ("
            + percent(tally.passRate())
            + "), "
            + tally.fail()
            + " fail"
            + (tally.unknown() > 0 ? ", " + tally.unknown() + " cannot be told" : "")
            + ". "
            + domain.firstSeen()
            + " to "
            + domain.lastSeen()
            + ", "
            + counted(stored.reports(), "report")
            + " from "
            + counted(stored.reporters(), "reporter")
            + ". Policy published: p="
            + stored.newest().p().map(Tables::word).orElse("unknown")
            + ".",
        "",
        out);
    if (tally.fail() > 0) {
      out.print("\nWhat fails, and what to do, largest first\n");
      int number = 1;
      for (List<StreamFindings> alike : alike(domain)) {
        finding(number++, alike, out);
      }
    }
    sources(domain, all, out);
    readiness(domain, stored, out);
    out.print("\n");
  }

  /** The failing streams; those of which the same is to be said are together. Largest first. */
  private static List<List<StreamFindings>> alike(DomainFindings domain) {
    Map<List<Object>, List<StreamFindings>> alike = new LinkedHashMap<>();
    for (StreamFindings stream : domain.streams()) {
      Diagnosis diagnosis = stream.diagnosis();
      if (stream.tally().fail() > 0) {
        alike
            .computeIfAbsent(
                List.of(
                    diagnosis.sender(),
                    diagnosis.headerFrom(),
                    diagnosis.streamClass(),
                    diagnosis.explanation(),
                    diagnosis.recommendations()),
                same -> new ArrayList<>())
            .add(stream);
      }
    }
    return alike.values().stream()
        .sorted(Comparator.comparingLong((List<StreamFindings> streams) -> -failing(streams)))
        .toList();
  }

  private static long failing(List<StreamFindings> streams) {
    return streams.stream().mapToLong(stream -> stream.tally().fail()).reduce(0, Tally::sum);
  }

  private static String who(List<StreamFindings> streams) {
    String sender = streams.get(0).diagnosis().sender();
    List<String> groups = streams.stream().map(StreamFindings::sourceGroup).distinct().toList();
    int more = groups.size() - 3;
    return !sender.isEmpty()
        ? sender
        : String.join(", ", groups.subList(0, Math.min(3, groups.size())))
            + (more > 0 ? " and " + more + " more" : "");
  }

  private static void finding(int number, List<StreamFindings> streams, PrintWriter out) {
    Diagnosis diagnosis = streams.get(0).diagnosis();
    long sources = streams.stream().mapToLong(StreamFindings::sources).sum();
    out.print("\n");
    wrap(
        number
            + ". "
            + who(streams)
            + ": "
            + counted(failing(streams), "failing message")
            + " from "
            + counted(sources, "address")
            + (diagnosis.headerFrom().isPresent()
                ? ", written as @" + diagnosis.headerFrom().get()
                : ""),
        "   ",
        out);
    wrap(diagnosis.explanation(), "   ", "   ", out);
    if (!diagnosis.recommendations().isEmpty()) {
      String steps =
          diagnosis.recommendations().stream()
              .map(Tables::word)
              .collect(Collectors.joining(", then "));
      wrap("To do: " + steps + "." + effect(streams), "   ", "   ", out);
    }
    wrap(
        "How sure: "
            + Tables.word(diagnosis.confidence())
            + ". Class "
            + Tables.word(diagnosis.streamClass())
            + "; SPF "
            + leg(Tables.word(diagnosis.spfCause()), diagnosis.spfDomain())
            + "; DKIM "
            + leg(
                Tables.word(diagnosis.dkimCause()),
                diagnosis.dkimDomains().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(" ")))
            + ".",
        "   ",
        "   ",
        out);
  }

  private static String leg(String cause, String domains) {
    return cause + (domains.isEmpty() ? "" : " (" + domains + ")");
  }

  private static String effect(List<StreamFindings> streams) {
    long min = 0;
    long max = 0;
    for (StreamFindings stream : streams) {
      Diagnosis diagnosis = stream.diagnosis();
      min = Tally.sum(min, diagnosis.repairedMin());
      max = Tally.sum(max, diagnosis.repairedMax());
    }
    if (max == 0) {
      return "";
    }
    return " That repairs "
        + (min == max ? counted(max, "message") : min + " to " + counted(max, "message"))
        + ".";
  }

  private static void sources(DomainFindings domain, boolean all, PrintWriter out) {
    List<SourceFindings> shown =
        domain.sources().stream()
            .filter(source -> all || source.tally().fail() > 0)
            .sorted(
                Comparator.comparingLong((SourceFindings s) -> -s.tally().fail())
                    .thenComparingLong(s -> -s.tally().messages()))
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    int width = shown.stream().mapToInt(source -> address(source).length()).max().orElseThrow();
    out.print(all ? "\nSources\n" : "\nFailing sources\n");
    out.print(
        String.format(
            Locale.ROOT,
            "  %-" + width + "s %8s %8s  %s\n",
            "address",
            "messages",
            "failing",
            "class"));
    for (SourceFindings source : shown.subList(0, Math.min(SOURCES, shown.size()))) {
      out.print(
          String.format(
                  Locale.ROOT,
                  "  %-" + width + "s %8d %8d  %s",
                  address(source),
                  source.tally().messages(),
                  source.tally().fail(),
                  Tables.word(source.diagnosis().streamClass()))
              + "\n");
    }
    if (shown.size() > SOURCES) {
      out.print("  and " + (shown.size() - SOURCES) + " more; --format csv lists them all\n");
    }
  }

  private static String address(SourceFindings source) {
    return source.sourceIp().map(SourceIp::text).orElse("(none named)");
  }

  private static void readiness(DomainFindings domain, PolicyDomain stored, PrintWriter out) {
    String now = stored.newest().p().map(Tables::word).orElse("unknown");
    String blocked =
        domain.blockedBy().isEmpty()
            ? ""
            : " In the way of the next step: " + String.join(", ", domain.blockedBy()) + ".";
    out.print("\n");
    wrap(
        "Strictest policy that loses no mail believed to be yours: p="
            + domain.readyFor()
            + " (published: p="
            + now
            + ")."
            + blocked,
        "",
        out);
  }

  private static String percent(OptionalDouble rate) {
    return rate.isEmpty()
        ? "no verdicts"
        : String.format(Locale.ROOT, "%.1f %%", Math.floor(rate.getAsDouble() * 1000) / 10);
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : what.endsWith("s") ? "es" : "s");
  }

  private static void wrap(String text, String indent, PrintWriter out) {
    wrap(text, "", indent, out);
  }

  private static void wrap(String text, String first, String indent, PrintWriter out) {
    StringBuilder line = new StringBuilder(first);
    boolean begun = false;
    for (String word : Inert.line(text).split(" ")) {
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        out.print(line + "\n");
        line = new StringBuilder(indent);
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
      begun = true;
    }
    out.print(line + "\n");
  }
}

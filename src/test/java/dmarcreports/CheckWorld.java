package dmarcreports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A domain with what DNS publishes for it, what reports show of it, and what is to be found. The
 * table of them is a text: a block for each, its head explains it.
 */
public record CheckWorld(
    String domain,
    List<String> records,
    List<String> messages,
    String policy,
    String verdict,
    List<String> found,
    List<String> good) {
  private static final Path TABLE =
      Path.of("src/test/resources/dmarcreports/check-worlds.txt").toAbsolutePath();
  private static final int LONGEST = 255;

  @Override
  public String toString() {
    return domain;
  }

  /** All of the table; the first block holds what all of them share. */
  public static List<CheckWorld> all() {
    try {
      List<CheckWorld> worlds = new ArrayList<>();
      List<String> block = new ArrayList<>();
      Map<String, String> words = new TreeMap<>();
      for (String line : Files.readAllLines(TABLE)) {
        if (line.startsWith("let ")) {
          String[] parts = line.split(" ", 3);
          words.put("{" + parts[1] + "}", parts[2]);
        } else if (line.startsWith("series ")) {
          String[] parts = line.split(" ", 4);
          words.put("{" + parts[1] + "}", series(Integer.parseInt(parts[2]), parts[3]));
        } else if (line.isBlank() && !block.isEmpty()) {
          worlds.add(of(block));
          block.clear();
        } else if (!line.isBlank() && !line.startsWith("#")) {
          String filled = line;
          for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
          }
          block.add(filled);
        }
      }
      if (!block.isEmpty()) {
        worlds.add(of(block));
      }
      return worlds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String series(int most, String text) {
    return IntStream.rangeClosed(1, most)
        .mapToObj(number -> text.replace("#", Integer.toString(number)))
        .collect(Collectors.joining(" "));
  }

  /** A code, or so many of one: {@code 30*spf.absent}. */
  private static List<String> codes(String text) {
    List<String> codes = new ArrayList<>();
    for (String one : text.split(" ")) {
      int star = one.indexOf('*');
      int times = star < 0 ? 1 : Integer.parseInt(one.substring(0, star));
      codes.addAll(Collections.nCopies(times, one.substring(star + 1)));
    }
    return codes;
  }

  private static CheckWorld of(List<String> block) {
    String domain = block.get(0).substring("world ".length());
    List<String> records = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    List<String> found = new ArrayList<>();
    List<String> good = new ArrayList<>();
    String policy = "p=none";
    String verdict = "";
    for (String line : block.subList(1, block.size())) {
      String[] parts = line.split(" ", 2);
      switch (parts[0]) {
        case "zone" -> records.add(record(parts[1], domain));
        case "seen" -> messages.add(parts[1].replace("@", domain));
        case "policy" -> policy = parts[1];
        case "verdict" -> verdict = parts[1];
        case "find" -> found.addAll(codes(parts[1]));
        case "good" -> good.addAll(List.of(parts[1].split(" ")));
        default -> throw new IllegalArgumentException(line);
      }
    }
    found.sort(null);
    return new CheckWorld(domain, records, messages, policy, verdict, found, good);
  }

  /** With full names, and long texts in several strings. */
  private static String record(String line, String domain) {
    String[] parts = line.replace("{d}", domain).split(" ", 3);
    String owner = parts[0].endsWith(".") ? parts[0] : parts[0] + "." + domain + ".";
    String name = parts[0].equals("@") ? domain + "." : owner;
    String data = parts[2];
    if (data.length() > LONGEST && data.indexOf('"', 1) == data.length() - 1) {
      StringBuilder strings = new StringBuilder();
      String text = data.substring(1, data.length() - 1);
      for (int from = 0; from < text.length(); from += LONGEST) {
        strings.append('"');
        strings.append(text, from, Math.min(text.length(), from + LONGEST)).append("\" ");
      }
      data = strings.toString();
    }
    return name + " " + parts[1] + " " + data;
  }

  /** Its reports, a file for each day. */
  public void write(Path directory) throws IOException {
    Map<String, StringBuilder> days = new TreeMap<>();
    for (String line : messages) {
      String[] parts = line.split(" ", 2);
      days.computeIfAbsent(parts[0], day -> new StringBuilder()).append(row(parts[1]));
    }
    for (Map.Entry<String, StringBuilder> day : days.entrySet()) {
      long begin = LocalDate.parse(day.getKey()).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
      String id = domain + "-" + day.getKey();
      StringBuilder tags = new StringBuilder();
      for (String tag : policy.split(" ")) {
        tags.append(element(tag.split("=")[0], tag.split("=")[1]));
      }
      Files.writeString(
          directory.resolve(id + ".xml"),
          "<feedback><report_metadata><org_name>mx.example.net</org_name>"
              + "<email>dmarc@mx.example.net</email>"
              + element("report_id", id)
              + "<date_range>"
              + element("begin", Long.toString(begin))
              + element("end", Long.toString(begin + 86_399))
              + "</date_range></report_metadata><policy_published>"
              + element("domain", domain)
              + tags
              + "</policy_published>"
              + day.getValue()
              + "</feedback>");
    }
  }

  /** {@code COUNT ADDRESS [from=NAME] [spf=NAME:RESULT] [dkim=NAME/SELECTOR:RESULT]…}. */
  private String row(String line) {
    String[] parts = line.split(" ");
    String from = domain;
    StringBuilder auth = new StringBuilder();
    for (String part : List.of(parts).subList(2, parts.length)) {
      String[] words = part.split("[=/:]");
      switch (words[0]) {
        case "from" -> from = words[1];
        case "spf" ->
            auth.append("<spf>")
                .append(element("domain", words[1]))
                .append(element("result", words[2]))
                .append("</spf>");
        case "dkim" ->
            auth.append("<dkim>")
                .append(element("domain", words[1]))
                .append(words.length > 3 ? element("selector", words[2]) : "")
                .append(element("result", words[words.length - 1]))
                .append("</dkim>");
        default -> throw new IllegalArgumentException(line);
      }
    }
    return "<record><row>"
        + element("source_ip", parts[1])
        + element("count", parts[0])
        + "<policy_evaluated><disposition>none</disposition></policy_evaluated></row><identifiers>"
        + element("header_from", from)
        + "</identifiers><auth_results>"
        + auth
        + "</auth_results></record>";
  }

  private static String element(String name, String value) {
    return "<" + name + ">" + value + "</" + name + ">";
  }
}

package dmarcreports.dns;

import dmarcreports.dns.Answer.Absence;
import dmarcreports.dns.Answer.Failure;
import dmarcreports.dns.ResourceRecord.Address;
import dmarcreports.dns.ResourceRecord.Data;
import dmarcreports.dns.ResourceRecord.MailExchange;
import dmarcreports.dns.ResourceRecord.Pointer;
import dmarcreports.dns.ResourceRecord.Text;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small DNS in memory, from lines of a master file: {@code OWNER TYPE DATA}, or {@code OWNER TYPE
 * !FAILURE} for a question that fails, any type being {@code *}. Knows aliases, wildcards and names
 * that are there only because of those below them. Empty lines and those that begin with a
 * semicolon are nothing.
 */
public final class Zone implements Lookup {
  private static final String SERVER = "192.0.2.53";
  private static final int MAX_ALIASES = 8;
  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S+)\\s+(.*)");
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(\\d{3}|.)");

  private final Map<String, List<Data>> records = new TreeMap<>();
  private final Map<String, Failure> failures = new TreeMap<>();
  private final List<Question> asked = new ArrayList<>();

  /** The zone of these lines. */
  public static Zone of(String... lines) {
    Zone zone = new Zone();
    for (String line : String.join("\n", lines).split("\n")) {
      if (!line.isBlank() && !line.startsWith(";")) {
        zone.add(line.strip());
      }
    }
    return zone;
  }

  /** One more record, in no need of being spelled. */
  public Zone with(String owner, Data data) {
    records.computeIfAbsent(spelled(owner), o -> new ArrayList<>()).add(data);
    return this;
  }

  /** A question that fails; every question for the name where no type is given. */
  public Zone failing(String owner, String type, Failure failure) {
    failures.put(spelled(owner) + " " + type, failure);
    return this;
  }

  /** What was asked so far, in order. */
  public List<Question> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Answer answer(Question question) {
    asked.add(question);
    return answer(question.name().text(), question.type(), new ArrayList<>());
  }

  private Answer answer(String name, RecordType type, List<ResourceRecord> aliases) {
    Failure failure = failures.getOrDefault(name + " " + type, failures.get(name + " *"));
    if (failure != null) {
      return new Answer.Failed(failure, SERVER);
    }
    Optional<List<Data>> here = at(name);
    if (here.isEmpty()) {
      return new Answer.Absent(exists(name) ? Absence.DATA : Absence.NAME, aliases);
    }
    List<ResourceRecord> wanted =
        here.get().stream().filter(d -> d.type() == type).map(d -> record(name, d)).toList();
    if (!wanted.isEmpty()) {
      return new Answer.Found(aliases, wanted);
    }
    for (Data data : here.get()) {
      if (data instanceof Pointer alias && alias.type() == RecordType.CNAME) {
        aliases.add(record(name, alias));
        return aliases.size() > MAX_ALIASES
            ? new Answer.Failed(Failure.ALIASES, SERVER)
            : answer(alias.target(), type, aliases);
      }
    }
    return new Answer.Absent(Absence.DATA, aliases);
  }

  private static ResourceRecord record(String owner, Data data) {
    return new ResourceRecord(owner, data);
  }

  private Optional<List<Data>> at(String name) {
    List<Data> own = records.get(name);
    for (String rest = name; own == null && rest.contains("."); ) {
      rest = rest.substring(rest.indexOf('.') + 1);
      own = exists(name) ? null : records.get("*." + rest);
      if (exists(rest)) {
        break;
      }
    }
    return Optional.ofNullable(own);
  }

  private boolean exists(String name) {
    return records.keySet().stream().anyMatch(o -> o.equals(name) || o.endsWith("." + name));
  }

  private void add(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(line);
    }
    String data = parts.group(3).strip();
    if (data.startsWith("!")) {
      failing(parts.group(1), parts.group(2), Failure.valueOf(data.substring(1)));
    } else {
      with(parts.group(1), data(RecordType.valueOf(parts.group(2)), data));
    }
  }

  private static Data data(RecordType type, String text) {
    String[] words = text.split("\\s+");
    return switch (type) {
      case TXT -> new Text(strings(text));
      case MX -> new MailExchange(Integer.parseInt(words[0]), spelled(words[1]));
      case A, AAAA -> new Address(SourceIp.parse(text).orElseThrow());
      case CNAME, PTR, NS -> new Pointer(type, spelled(text));
    };
  }

  private static List<String> strings(String text) {
    return STRING
        .matcher(text)
        .results()
        .map(m -> m.group(1) == null ? m.group(2) : unescaped(m.group(1)))
        .toList();
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            m -> {
              String one = m.group(1);
              String byteOrChar = one.length() == 3 ? "" + (char) Integer.parseInt(one) : one;
              return Matcher.quoteReplacement(byteOrChar);
            });
  }

  private static String spelled(String name) {
    return name.equals(".") ? "" : DnsName.parse(name).orElseThrow().text();
  }
}

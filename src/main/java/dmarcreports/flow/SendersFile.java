package dmarcreports.flow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.file.TextFile;
import dmarcreports.output.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file in which the owner of the domains says what the senders are: CSV with the header {@code
 * match,name,ownership}.
 *
 * @param labels in the order of the file
 * @param faults what is wrong with it, a sentence for each line; empty where it can be used
 */
public record SendersFile(List<SenderLabel> labels, List<String> faults) {
  private static final List<String> HEADER = List.of("match", "name", "ownership");
  private static final ObjectReader ROW = new CsvMapper().readerFor(String[].class);

  public SendersFile {
    labels = List.copyOf(labels);
    faults = List.copyOf(faults);
  }

  /** Reads the file; what cannot be read is an exception, what it says is not. */
  public static SendersFile read(Path file, SenderProfiles profiles) throws IOException {
    Optional<String> text = TextFile.read(file);
    return text.map(t -> new Reading(file, profiles).of(t))
        .orElseGet(() -> new SendersFile(List.of(), List.of(file + ": " + TextFile.UNUSABLE)));
  }

  /** One pass over the lines. */
  private static final class Reading {
    private final Path file;
    private final SenderProfiles profiles;
    private final List<SenderLabel> labels = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private boolean headed;

    Reading(Path file, SenderProfiles profiles) {
      this.file = file;
      this.profiles = profiles;
    }

    SendersFile of(String text) {
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size() && (headed || faults.isEmpty()); i++) {
        String line = lines.get(i);
        if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
          fault(i + 1, line).ifPresent(faults::add);
        }
      }
      if (!headed && faults.isEmpty()) {
        faults.add(file + ": is empty; its first line must be match,name,ownership");
      }
      return new SendersFile(labels, faults);
    }

    private Optional<String> fault(int number, String line) {
      return take(number, line).map(f -> file + ":" + number + ": " + f);
    }

    private Optional<String> take(int number, String line) {
      List<String> cells = new ArrayList<>();
      try {
        for (String cell : ROW.<String[]>readValue(line)) {
          cells.add(cell.strip());
        }
      } catch (JacksonException e) {
        return Optional.of("is no line of CSV; look for a quotation mark too many or too few");
      }
      if (!headed) {
        headed = cells.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList().equals(HEADER);
        return headed
            ? Optional.empty()
            : Optional.of("the first line must be match,name,ownership" + separator(line));
      }
      if (cells.size() != HEADER.size()) {
        return Optional.of(
            "has "
                + cells.size()
                + " cells; write match,name,ownership (the name may be empty)"
                + separator(line));
      }
      return label(number, cells.get(0), cells.get(1), cells.get(2));
    }

    private Optional<String> label(int number, String match, String name, String word) {
      Optional<Ownership> ownership = ownership(word);
      if (ownership.isEmpty()) {
        return Optional.of("ownership '" + word + "'; write ours, theirs or forwarder");
      }
      if (match.isEmpty()) {
        return Optional.of("names no sender; write a network, address, domain or service first");
      }
      Optional<String> flaw = profiles.flawOfMatch(match).map(said -> Language.english().say(said));
      if (flaw.isPresent()) {
        return flaw;
      }
      Integer before = seen.putIfAbsent(match.toLowerCase(Locale.ROOT), number);
      if (before != null) {
        return Optional.of("'" + match + "' is on line " + before + " already; remove one of them");
      }
      labels.add(new SenderLabel(match, name, ownership.get()));
      return Optional.empty();
    }

    private static Optional<Ownership> ownership(String word) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "ours" -> Optional.of(Ownership.OURS);
        case "theirs" -> Optional.of(Ownership.THEIRS);
        case "forwarder" -> Optional.of(Ownership.FORWARDER);
        default -> Optional.empty();
      };
    }

    private static String separator(String line) {
      return line.contains(",") || !line.contains(";") && !line.contains("\t")
          ? ""
          : ", with commas between";
    }
  }
}

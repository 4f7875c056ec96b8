package dmarcreports.flow;

import dmarcreports.mail.Input;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.store.ReportReader;
import dmarcreports.stored.Discarded;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The inputs of which something was discarded, where they now lie. */
public final class Retry {
  private static final String STDIN = "-";
  private static final int NO_CHARACTER = 0xFFFD;

  private Retry() {}

  /**
   * The inputs that can be read again. What is gone leaves the list.
   *
   * @param ownDomainsGiven whether reports about other domains will be told apart again
   * @param notes takes a line for each input that is left out
   */
  public static List<Input> inputs(Access access, boolean ownDomainsGiven, Consumer<String> notes) {
    try (ReportReader reports = access.read()) {
      return inputs(reports, ownDomainsGiven, notes);
    }
  }

  private static List<Input> inputs(
      ReportReader reports, boolean ownDomainsGiven, Consumer<String> notes) {
    Map<String, List<Discarded>> places = new LinkedHashMap<>();
    for (Discarded one : reports.discards()) {
      places.computeIfAbsent(one.place(), place -> new ArrayList<>()).add(one);
    }
    List<Input> inputs = new ArrayList<>();
    places.forEach(
        (place, discards) -> {
          String input = discards.get(0).input();
          if (place.equals(STDIN) || place.indexOf(NO_CHARACTER) >= 0) {
            notes.accept(place + ": cannot be found again; give it to ingest once more");
          } else if (isGone(Path.of(place))) {
            reports.forgetDiscards(place);
            notes.accept(place + ": is gone; no longer listed");
          } else if (!ownDomainsGiven && discards.stream().anyMatch(Retry::isForeign)) {
            notes.accept(
                place + ": holds a report about another's domain; give --domains to read it again");
          } else {
            inputs.add(Input.of(input, Path.of(place)));
          }
        });
    return inputs;
  }

  /** A file that is missing from a directory that is there; a disk may only be away. */
  private static boolean isGone(Path file) {
    return Files.notExists(file, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(file.getParent());
  }

  private static boolean isForeign(Discarded one) {
    return one.reason().equals(Reason.FOREIGN_DOMAIN.word());
  }
}

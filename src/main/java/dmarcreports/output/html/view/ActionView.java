package dmarcreports.output.html.view;

import java.util.List;
import java.util.Optional;

/**
 * Something to do.
 *
 * @param ids where links to it lead: one for each action that it stands for
 * @param rank as it is called in the tables
 * @param code as it is called in the tables
 * @param state the word for it
 * @param kind how the state is drawn: {@code open back repaired silent}
 * @param others of which it is the second choice; empty where it is a choice of its own
 * @param what how much it repairs, in sentences
 * @param gain the same as a picture; empty where it repairs nothing
 * @param members where it stands for several
 * @param why what is the matter with the mail
 * @param evidence what the reports say
 * @param open whether its steps are shown at once
 */
public record ActionView(
    List<String> ids,
    String rank,
    String code,
    String headline,
    String state,
    String kind,
    Optional<String> others,
    String what,
    Optional<Gain> gain,
    List<String> members,
    Optional<String> why,
    Optional<String> evidence,
    How how,
    boolean open) {
  public ActionView {
    ids = List.copyOf(ids);
    members = List.copyOf(members);
  }

  /**
   * What becomes of the pass rate, on a line from some share to all. Places in per cent of the
   * line.
   *
   * @param from the share where the line begins
   * @param together with all that are ranked before; empty where there are none
   */
  public record Gain(String from, String to, Mark now, Range alone, Optional<Range> together) {}

  /** A share. */
  public record Mark(String text, String at) {}

  /** A share that may be more: from one place to another. */
  public record Range(String label, String text, String at, String end, String width) {}

  /**
   * How it is done.
   *
   * @param summary what is in it
   * @param of whose steps they are, where it stands for several
   * @param publish what is said of the records
   * @param dns what DNS shows of them
   * @param dnsKind how that is drawn: {@code present absent different unknown}
   */
  public record How(
      String summary,
      Optional<String> needs,
      Optional<String> of,
      List<StepView> steps,
      Optional<String> publish,
      List<String> records,
      Optional<String> dns,
      String dnsKind,
      Optional<String> assumes,
      List<Code> codes) {
    public How {
      steps = List.copyOf(steps);
      records = List.copyOf(records);
      codes = List.copyOf(codes);
    }
  }

  /** One step, with the command in it. */
  public record StepView(String text, Optional<String> command, Optional<String> after) {}

  /** Code to paste. */
  public record Code(String title, List<String> lines) {
    public Code {
      lines = List.copyOf(lines);
    }
  }
}

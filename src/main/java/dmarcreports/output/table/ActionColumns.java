package dmarcreports.output.table;

import dmarcreports.analysis.action.Action;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.plain.Maps;
import dmarcreports.output.plain.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of {@code actions.csv}. */
public final class ActionColumns {
  private ActionColumns() {}

  /** Those of the table of all actions. */
  static List<Column<About.Act>> ofTable() {
    List<Column<About.Act>> columns = new ArrayList<>(ofAction());
    columns.add(new Column<>("instead_of", line -> line.ranked().insteadOf()));
    columns.add(dnsState());
    columns.addAll(ofJson());
    return columns;
  }

  /** Those of an action by itself, which do not say what it may stand for. */
  public static List<Column<About.Act>> all() {
    List<Column<About.Act>> columns = new ArrayList<>(ofAction());
    columns.add(dnsState());
    columns.addAll(ofJson());
    return columns;
  }

  private static Column<About.Act> dnsState() {
    return new Column<>(
        "dns_state", line -> line.words().shown().map(shown -> shown.state().word()).orElse(null));
  }

  private static List<Column<About.Act>> ofAction() {
    return List.of(
        new Column<>("domain", line -> line.domain().text()),
        new Column<>("rank", line -> line.ranked().rank()),
        of("action", Action::code),
        of("target", a -> a.target().text()),
        of("sources", Action::sources),
        of("failing_messages", Action::failing),
        of("repaired_min", Action::repairedMin),
        of("repaired_max", Action::repairedMax),
        of("pass_rate_now", a -> Codes.rate(a.rateNow())),
        of("pass_rate_min", a -> Codes.rate(a.rateMin())),
        of("pass_rate_max", a -> Codes.rate(a.rateMax())),
        of("cumulative_min", a -> Codes.rate(a.cumulativeMin())),
        of("cumulative_max", a -> Codes.rate(a.cumulativeMax())),
        new Column<>("needs", line -> line.words().needs()),
        new Column<>("assumes", line -> line.words().assumes()),
        new Column<>("steps", line -> new Steps(line.words().steps())),
        new Column<>("dns_records", line -> new Steps(line.words().dnsRecords())),
        of("state", a -> a.state().word()),
        of("state_since", Action::stateSince));
  }

  private static List<Column<About.Act>> ofJson() {
    return List.of(
        Column.json("source_groups", line -> line.action().sourceGroups()),
        Column.json(
            "snippets",
            line ->
                line.words().remedy().snippets().stream()
                    .map(s -> Maps.of("language", s.language(), "text", s.text()))
                    .toList()));
  }

  private static Column<About.Act> of(String name, Function<Action, Object> value) {
    return new Column<>(name, line -> value.apply(line.action()));
  }
}

package dmarcreports.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The differences between what is true of a world and what the program answers. */
final class Comparison {
  private static final List<String> SOURCE =
      List.of(
          "failure",
          "class",
          "confidence",
          "spf_cause",
          "dkim_cause",
          "recommendations",
          "repaired_min",
          "repaired_max");
  private static final List<String> ACTION =
      List.of("failing_messages", "repaired_min", "repaired_max", "state", "state_since");
  private static final List<String> STREAM = List.of("messages", "dmarc_fail");
  private static final List<String> DOMAIN =
      List.of("dmarc_pass", "dmarc_fail", "dmarc_unknown", "ready_for", "blocked_by");

  private final World world;
  private final Answer answer;
  private final List<String> differences = new ArrayList<>();

  private Comparison(World world, Answer answer) {
    this.world = world;
    this.answer = answer;
  }

  static List<String> of(World world, Answer answer) {
    Comparison comparison = new Comparison(world, answer);
    comparison.domain();
    comparison.sources();
    comparison.streams();
    comparison.actions();
    comparison.order();
    comparison.says();
    return comparison.differences;
  }

  private void domain() {
    each(
        "domain",
        row -> {
          List<String> expected = new ArrayList<>(List.of(row.get(0).split(" ")));
          expected.set(0, String.valueOf(Long.parseLong(expected.get(0)) + world.passing()));
          expected.addAll(row.subList(1, row.size()));
          return compare(one("domains", line -> true), DOMAIN, expected);
        });
  }

  private void sources() {
    List<String> addresses = new ArrayList<>();
    for (String kind : List.of("source", "source!")) {
      world.rows(kind).forEach(r -> World.addresses(r.get(0)).forEach(addresses::add));
    }
    same(
        "failing addresses",
        addresses,
        lines("sources").stream().map(line -> line.get("source_ip")).toList());
    each(
        "source",
        row ->
            World.addresses(row.get(0))
                .flatMap(
                    address ->
                        compare(
                            one("sources", line -> address.equals(line.get("source_ip"))),
                            SOURCE,
                            row.subList(1, row.size()))
                            .stream())
                .toList());
  }

  private void streams() {
    each(
        "stream",
        row ->
            compare(
                one(
                    "streams",
                    line ->
                        row.get(0).equals(line.get("source_group"))
                            && row.get(1).equals(line.get("class"))),
                STREAM,
                row.subList(2, row.size())));
  }

  private void actions() {
    List<String> names = new ArrayList<>();
    for (String kind : List.of("action", "action!")) {
      world.rows(kind).forEach(r -> names.add(r.get(0) + " of " + r.get(1)));
    }
    if (world.rows("actions").isEmpty()) {
      same(
          "actions",
          names,
          lines("actions").stream().map(l -> l.get("action") + " of " + l.get("target")).toList());
    }
    each(
        "action",
        row -> {
          List<String> expected = new ArrayList<>(row.subList(2, row.size() - 1));
          expected.add(Inbox.date(Integer.parseInt(row.get(row.size() - 1))).toString());
          return compare(action(row), ACTION, expected);
        });
  }

  private void order() {
    each(
        "order",
        row -> {
          List<String> codes = List.of(row.get(0).split(" "));
          List<String> told =
              lines("actions").stream().map(l -> l.get("action")).filter(codes::contains).toList();
          return told.equals(codes) ? List.of() : List.of("is " + told);
        });
  }

  private void says() {
    each("says", row -> words(row, true, "does not say "));
    each("silent", row -> words(row, false, "says "));
  }

  private List<String> words(List<String> row, boolean there, String otherwise) {
    return action(row)
        .map(line -> line.toString().contains(row.get(2)))
        .map(holds -> holds == there ? List.<String>of() : List.of(otherwise + row.get(2)))
        .orElse(List.of("is not there"));
  }

  private Optional<Map<String, String>> action(List<String> row) {
    return one(
        "actions",
        line -> row.get(0).equals(line.get("action")) && row.get(1).equals(line.get("target")));
  }

  private List<Map<String, String>> lines(String table) {
    return answer.lines(table, world.domain());
  }

  private Optional<Map<String, String>> one(String table, Predicate<Map<String, String>> which) {
    return lines(table).stream().filter(which).findFirst();
  }

  private void same(String what, List<String> expected, List<String> actual) {
    List<String> wanted = expected.stream().sorted().toList();
    List<String> got = actual.stream().sorted().toList();
    if (!wanted.equals(got)) {
      differences.add(what + ": are " + wanted + ", answered " + got);
    }
  }

  /** Compares the rows of that kind; those not yet known must differ. */
  private void each(String kind, java.util.function.Function<List<String>, List<String>> compare) {
    for (List<String> row : world.rows(kind)) {
      compare.apply(row).forEach(d -> differences.add(kind + " " + row.get(0) + ": " + d));
    }
    for (List<String> row : world.rows(kind + "!")) {
      if (compare.apply(row).isEmpty()) {
        differences.add(kind + " " + row.get(0) + ": is known now; take the mark away");
      }
    }
  }

  private static List<String> compare(
      Optional<Map<String, String>> line, List<String> columns, List<String> expected) {
    if (line.isEmpty()) {
      return List.of("is not there");
    }
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String actual = line.get().get(columns.get(i));
      if (!expected.get(i).equals("*") && !expected.get(i).equals(actual)) {
        differences.add(columns.get(i) + " is " + expected.get(i) + ", answered " + actual);
      }
    }
    return differences;
  }
}

package dmarcreports.output.plain;

import java.util.List;

/** Sentences or records in a cell: a list in JSON, separated by a bar in CSV. */
public record Steps(List<String> items) {
  @Override
  public String toString() {
    return String.join(" | ", items);
  }
}

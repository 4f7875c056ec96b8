package dmarcreports.analysis;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.stream.DomainMail;
import dmarcreports.analysis.stream.StreamKey;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.CellKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which stream the messages of one policy domain belong to: the same object for the same key. */
final class StreamKeys {
  private final DomainMail mail;
  private final Map<CellKind, StreamKey> corroborated = new IdentityHashMap<>();
  private final Map<CellKind, StreamKey> uncorroborated = new IdentityHashMap<>();

  StreamKeys(DomainMail mail, PublicSuffixList suffixes) {
    this.mail = mail;
    Map<StreamKey, StreamKey> same = new HashMap<>();
    for (Cell cell : mail.cells()) {
      byKind(cell)
          .computeIfAbsent(
              cell.kind(),
              kind ->
                  same.computeIfAbsent(StreamKey.of(cell, mail.knowledge(), suffixes), key -> key));
    }
  }

  /** Some of the messages, by stream. */
  Map<StreamKey, List<Cell>> byStream(List<Cell> cells) {
    Map<StreamKey, List<Cell>> byStream = new IdentityHashMap<>();
    for (Cell cell : cells) {
      StreamKey key = Objects.requireNonNull(byKind(cell).get(cell.kind()));
      byStream.computeIfAbsent(key, k -> new ArrayList<>(1)).add(cell);
    }
    return byStream;
  }

  private Map<CellKind, StreamKey> byKind(Cell cell) {
    return mail.knowledge().corroboratesSpf(cell) ? corroborated : uncorroborated;
  }
}

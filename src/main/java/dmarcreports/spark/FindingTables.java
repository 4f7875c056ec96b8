package dmarcreports.spark;

import dmarcreports.spark.seam.Setting;
import dmarcreports.spark.seam.Work;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Tells one policy domain after another, each from its rows that stand side by side. */
final class FindingTables implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** The kinds of rows of a domain, in their order. */
  static final int HEAD = 0;

  static final int EVIDENCE = 1;
  static final int SUM = 2;

  /** Lines of the table of that number in the list of all, in pieces. */
  static final StructType SHAPE =
      new StructType()
          .add("table", DataTypes.IntegerType)
          .add("domain", DataTypes.StringType)
          .add("piece", DataTypes.IntegerType)
          .add("lines", DataTypes.BinaryType);

  /** Spark has four thousand rows of a file in memory at a time. */
  private static final int PIECE = 8 << 10;

  private final Broadcast<Setting> setting;

  FindingTables(Broadcast<Setting> setting) {
    this.setting = setting;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Domains(rows);
  }

  private final class Domains implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final List<String> tables = Apart.with(Work::tables);
    private final Deque<Row> pieces = new ArrayDeque<>();
    private @Nullable Row ahead;
    private int table = tables.size();
    private String name = "";
    private Work.@Nullable Domain domain;

    Domains(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (pieces.isEmpty()) {
        if (domain != null && table < tables.size()) {
          write(domain);
        } else if (!gather()) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return pieces.remove();
    }

    /** Takes all rows of the next domain, and says whether there is one. */
    private boolean gather() {
      domain = null;
      if (ahead == null && !rows.hasNext()) {
        return false;
      }
      Row row = ahead == null ? rows.next() : ahead;
      ahead = null;
      name = row.getAs("domain");
      Setting known = setting.value();
      Work.Domain next = Apart.with(work -> work.domain(known));
      boolean sent = false;
      while (true) {
        sent |= tell(next, row);
        if (!rows.hasNext()) {
          break;
        }
        row = rows.next();
        if (!name.equals(row.getAs("domain"))) {
          ahead = row;
          break;
        }
      }
      table = sent ? 0 : tables.size();
      domain = next;
      return true;
    }

    /** Whether it tells of messages. */
    private boolean tell(Work.Domain to, Row row) {
      int kind = row.getAs("kind");
      switch (kind) {
        case HEAD ->
            Apart.with(
                work -> {
                  to.head(
                      Shapes.values(row, "policy"), row.getAs("messages"), row.getAs("records"));
                  return null;
                });
        case EVIDENCE ->
            Apart.with(
                work -> {
                  Object[] evidence = Shapes.values(row, "evidence");
                  Row struct = row.getAs("evidence");
                  to.evidence(struct.getAs("hash"), Shapes.values(row, "policy"), evidence);
                  return null;
                });
        default ->
            Apart.with(
                work -> {
                  LocalDate day = row.getAs("day");
                  to.sum(
                      row.getAs("hash"),
                      row.getAs("source"),
                      (int) day.toEpochDay(),
                      row.getAs("reporter"),
                      row.getAs("messages"),
                      row.getAs("records"));
                  return null;
                });
      }
      return kind == SUM;
    }

    private void write(Work.Domain told) {
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      Apart.with(
          work -> {
            try {
              told.write(tables.get(table), lines);
              return null;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      byte[] all = lines.toByteArray();
      for (int at = 0, piece = 0; at < all.length; at += PIECE, piece++) {
        byte[] some = Arrays.copyOfRange(all, at, Math.min(all.length, at + PIECE));
        pieces.add(RowFactory.create(table, name, piece, some));
      }
      table++;
    }
  }
}

package dmarcreports.output.table;

import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One table as CSV (RFC 4180): lists in a cell are separated by one space. */
public final class CsvOutput implements Output {
  private final Table<?> table;

  public CsvOutput(Table<?> table) {
    this.table = table;
  }

  @Override
  public void write(Findings findings, OutputStream to) throws IOException {
    write(table, findings, to);
  }

  private static <T> void write(Table<T> table, Findings findings, OutputStream to)
      throws IOException {
    try (CsvLines lines = new CsvLines(to)) {
      List<Column<T>> columns = table.csvColumns();
      lines.line(columns.stream().map(Column::name).toList());
      table
          .content()
          .to(
              findings,
              line -> {
                for (Column<T> column : columns) {
                  lines.cell(column.value().apply(line));
                }
                lines.end();
              });
    }
  }
}

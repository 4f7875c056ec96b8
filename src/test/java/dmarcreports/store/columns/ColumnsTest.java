package dmarcreports.store.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dmarcreports.store.tables.Tables;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnsTest {
  static Stream<Arguments> tables() {
    return Stream.of(
        arguments(ReportColumns.REPORTS, Tables.REPORTS),
        arguments(RecordColumns.RECORDS, Tables.RECORDS),
        arguments(EvidenceColumns.EVIDENCES, Tables.EVIDENCES),
        arguments(PolicyColumns.POLICIES, Tables.POLICIES));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void columnsAreThoseOfTheTable(Columns columns, Table<?> table) {
    assertEquals(
        IntStream.range(0, table.fields().length)
            .mapToObj(place -> column(place, table.field(place)))
            .toList(),
        IntStream.range(0, columns.size()).mapToObj(columns::at).toList());
  }

  private static Column<?> column(int place, Field<?> field) {
    boolean isText = field.getType() == String.class;
    return new Column<>(
        place, field.getName(), field.getType(), isText ? field.getDataType().length() : 0);
  }
}

package dmarcreports.spark;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The shapes of rows. */
final class Shapes {
  private static final Map<Class<?>, DataType> TYPES =
      Map.of(
          String.class, DataTypes.StringType,
          Integer.class, DataTypes.IntegerType,
          Short.class, DataTypes.ShortType,
          Long.class, DataTypes.LongType,
          Boolean.class, DataTypes.BooleanType,
          byte[].class, DataTypes.BinaryType,
          LocalDate.class, DataTypes.DateType);

  private Shapes() {}

  /** The columns of a kind of row, by the table that a database has for it. */
  static StructType of(String kind) {
    StructType shape = new StructType();
    for (Map.Entry<String, Class<?>> column : Apart.with(work -> work.columns(kind)).entrySet()) {
      shape = shape.add(column.getKey(), TYPES.get(column.getValue()));
    }
    return shape;
  }

  static StructType record() {
    return new StructType()
        .add("number", DataTypes.LongType)
        .add("source", DataTypes.BinaryType)
        .add("messages", DataTypes.LongType);
  }

  static StructType discard() {
    return new StructType()
        .add("input", DataTypes.StringType)
        .add("member", DataTypes.StringType)
        .add("reason", DataTypes.StringType)
        .add("detail", DataTypes.StringType);
  }

  static StructType input() {
    return new StructType()
        .add("name", DataTypes.StringType)
        .add("place", DataTypes.StringType)
        .add("size", DataTypes.LongType)
        .add("modified", DataTypes.LongType)
        .add("fate", DataTypes.StringType);
  }

  /** All that is found in inputs; each row has some of it. */
  static StructType found() {
    return new StructType()
        .add("input_number", DataTypes.LongType, false)
        .add("document", DataTypes.LongType, false)
        .add("report", of("report"))
        .add("policy", of("policy"))
        .add("record", record())
        .add("evidence", of("evidence"))
        .add("discard", discard())
        .add("input", input());
  }

  /** The values of a row within a row. */
  static Object[] values(Row row, String struct) {
    Row inner = row.getStruct(row.fieldIndex(struct));
    Object[] values = new Object[inner.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = inner.get(i);
    }
    return values;
  }
}

package dmarcreports.store;

import static dmarcreports.store.tables.Tables.ANNOUNCEMENTS;
import static dmarcreports.store.tables.Tables.DELIVERIES;
import static dmarcreports.store.tables.Tables.DIGESTS;
import static dmarcreports.store.tables.Tables.DISCARDS;
import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.LOOKUPS;
import static dmarcreports.store.tables.Tables.MAILBOXES;
import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.READ_ITEMS;
import static dmarcreports.store.tables.Tables.READ_UIDS;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;
import static dmarcreports.store.tables.Tables.RUNS;

import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.Query;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.Insert;
import dmarcreports.store.rows.Row;
import dmarcreports.stored.Copied;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Copies all that is in one database into another that is new. Reports come last and together, so
 * that the other one has all of them or none; what came before them is not copied again.
 */
public final class Copy {
  private static final int COMMIT_ROWS = 10_000;

  /** Rows that never change, so that those which are there already are those of before. */
  private static final List<Table<?>> FIRST = List.of(POLICIES, EVIDENCES, RECORDS);

  private static final List<Table<?>> TOGETHER =
      List.of(
          RUNS,
          DISCARDS,
          ANNOUNCEMENTS,
          DIGESTS,
          DELIVERIES,
          MAILBOXES,
          READ_UIDS,
          READ_ITEMS,
          LOOKUPS,
          REPORTS);

  private final OpenDatabase from;
  private final OpenDatabase to;
  private long uncommitted;

  private Copy(OpenDatabase from, OpenDatabase to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies one database into another, which is made where there is none, or holds what an earlier
   * attempt has left. The rows and sums of each table are compared, then all is read back.
   *
   * @param patience how long to wait for another run on either
   * @throws StoreException where one cannot be used, the other one has reports of its own, or is
   *     not the same afterwards
   */
  public static Copied copy(Database from, Database to, Duration patience) {
    if (from.url().equals(to.url())) {
      throw new StoreException(to.name() + ": is the database that is copied; name another", null);
    }
    Copied copied;
    try (OpenDatabase source = Databases.open(from, patience, false)) {
      source.snapshot();
      try (OpenDatabase target = Databases.open(to, patience, true)) {
        copied = new Copy(source, target).run();
      }
    }
    List<String> faults = Verification.faults(to, patience);
    if (!faults.isEmpty()) {
      throw new StoreException(to.name() + ": " + faults.get(0), null);
    }
    return copied;
  }

  private Copied run() {
    if (to.db().selectOne().from(REPORTS).limit(1).fetch().isEmpty()) {
      try {
        to.connection().setAutoCommit(false);
        for (Table<?> table : FIRST) {
          copy(table, true);
          commit();
        }
        for (Table<?> table : TOGETHER) {
          copy(table, false);
        }
        commit();
      } catch (SQLException e) {
        throw to.failure(e);
      }
    }
    FIRST.forEach(this::compare);
    TOGETHER.forEach(this::compare);
    return copied(to);
  }

  /** What counts of all that a database holds. */
  static Copied copied(OpenDatabase open) {
    Record sums =
        open.db()
            .select(DSL.count(), DSL.sum(REPORTS.RECORD_COUNT), DSL.sum(REPORTS.MESSAGE_COUNT))
            .from(REPORTS)
            .where(REPORTS.CONFLICT.isFalse())
            .fetchOne();
    return new Copied(sums.get(0, Long.class), number(sums, 1), number(sums, 2));
  }

  private static long number(Record row, int column) {
    BigDecimal number = row.get(column, BigDecimal.class);
    return number == null ? 0 : number.longValueExact();
  }

  private void commit() {
    to.commit();
    uncommitted = 0;
  }

  private void copy(Table<?> table, boolean inParts) {
    Field<Long> id = id(table);
    Long last = inParts ? to.db().select(DSL.max(id)).from(table).fetchOne().value1() : null;
    Field<?>[] columns = table.fields();
    try (Insert insert = new Insert(to, table)) {
      Query.each(
          from,
          from.db()
              .select(columns)
              .from(table)
              .where(last == null ? DSL.noCondition() : id.gt(last))
              .orderBy(table.field("ID")),
          row -> {
            insert.setAll(row(row, table.fields())).add();
            if (inParts && ++uncommitted == COMMIT_ROWS) {
              insert.flush();
              commit();
            }
          });
      insert.flush();
    }
  }

  private static Field<Long> id(Table<?> table) {
    return table.field("ID").cast(SQLDataType.BIGINT);
  }

  private static Object[] row(ResultSet row, Field<?>... columns) throws SQLException {
    Object[] copied = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      copied[i] = row.getObject(i + 1, columns[i].getType());
      if (copied[i] instanceof String text) {
        Row.check(text, columns[i].getName(), columns[i].getDataType().length());
      }
    }
    return copied;
  }

  private void compare(Table<?> table) {
    if (!Objects.equals(sums(from, table), sums(to, table))) {
      throw new StoreException(
          to.database().name()
              + ": holds other "
              + table.getName().toLowerCase(Locale.ROOT)
              + " than "
              + from.database().name()
              + "; copy into a new database",
          null);
    }
  }

  /** The number of rows, and the sum of each column of numbers. */
  private static List<BigDecimal> sums(OpenDatabase open, Table<?> table) {
    List<Field<?>> sums = new ArrayList<>(List.of(DSL.count()));
    for (Field<?> column : table.fields()) {
      if (Number.class.isAssignableFrom(column.getType())) {
        sums.add(DSL.sum(column.cast(SQLDataType.NUMERIC(38))));
      }
    }
    Record row = open.db().select(sums).from(table).fetchOne();
    List<BigDecimal> values = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      values.add(row.get(i, BigDecimal.class));
    }
    return values;
  }
}

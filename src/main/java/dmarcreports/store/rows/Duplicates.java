package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.Query;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.TableField;

/** Evidences and reports that are stored more than once, which whoever writes keeps from being. */
public final class Duplicates {
  private final OpenDatabase open;
  private final Consumer<String> each;

  private Duplicates(OpenDatabase open, Consumer<String> each) {
    this.open = open;
    this.each = each;
  }

  /** Names each of them. */
  public static void find(OpenDatabase open, Consumer<String> each) {
    Duplicates duplicates = new Duplicates(open, each);
    duplicates.find("evidence ", EVIDENCES.ID, EVIDENCES.HASH);
    duplicates.find("report ", REPORTS.ID, REPORTS.KEY_HASH, REPORTS.CONTENT_HASH);
  }

  private void find(String what, TableField<?, Integer> id, Field<?>... hashes) {
    HashTable before = new HashTable();
    Query.each(
        open,
        open.db().select(id).select(hashes).from(id.getTable()),
        row -> {
          int at = row.getInt(1);
          byte[] hash = row.getBytes(2);
          if (hashes.length > 1) {
            hash = new Fingerprint().add(hash).add(row.getBytes(3)).bytes();
          }
          OptionalInt same = before.find(hash);
          same.ifPresent(first -> each.accept(what + at + " is stored twice, first as " + first));
          before.add(hash, at);
        });
  }
}

package dmarcreports.store.h2;

import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.REPORTS;

import java.util.Locale;
import org.jooq.TableField;

/** A column of hashes by which rows are found. */
enum HashKind {
  KEY(REPORTS.ID, REPORTS.KEY_HASH),
  DOCUMENT(REPORTS.ID, REPORTS.DOCUMENT_HASH),
  EVIDENCE(EVIDENCES.ID, EVIDENCES.HASH);

  private final TableField<?, Integer> id;
  private final TableField<?, byte[]> hash;

  HashKind(TableField<?, Integer> id, TableField<?, byte[]> hash) {
    this.id = id;
    this.hash = hash;
  }

  TableField<?, Integer> id() {
    return id;
  }

  TableField<?, byte[]> hash() {
    return hash;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

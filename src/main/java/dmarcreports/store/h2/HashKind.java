package dmarcreports.store.h2;

import dmarcreports.store.sql.Sql;
import java.util.Locale;

/** A column of hashes by which rows are found. */
enum HashKind {
  KEY(Sql.KEYS_TO),
  DOCUMENT(Sql.DOCUMENTS_TO),
  EVIDENCE(Sql.EVIDENCES_TO);

  private final Sql upTo;

  HashKind(Sql upTo) {
    this.upTo = upTo;
  }

  /** What reads the ids and hashes of the rows to one of them. */
  Sql upTo() {
    return upTo;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

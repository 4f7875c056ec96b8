package dmarcreports.store.rows;

/** What became of a report. */
public enum Outcome {
  STORED,
  /** One of the same key and content is stored. */
  DUPLICATE,
  /** One of the same key and other content is stored. */
  CONFLICT
}

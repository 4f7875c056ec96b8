package dmarcreports.analysis.lookup;

/** Whether DNS shows a record that is advised. */
enum Presence {
  THERE,
  /** Nothing of the kind is. */
  NOT_THERE,
  /** Another one is. */
  OTHERWISE,
  UNTOLD
}

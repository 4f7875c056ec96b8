package dmarcreports.delivery;

/** Somebody, or a program, that messages are sent to. */
public interface Receiver {
  /** What it is known by in the database; it holds no secret. */
  String key();

  /** The same, to be told of. */
  String label();
}

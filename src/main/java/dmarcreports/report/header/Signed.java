package dmarcreports.report.header;

/**
 * A signature, and whether the body that we have is the one it was made over.
 *
 * @param body by its hash; that a body is whole says nothing of the header
 */
public record Signed(DkimSignature signature, Body body) {
  /** What comparing the hash of the body with {@code bh=} came to. */
  public enum Body {
    WHOLE,
    CHANGED,
    /** There is no body, no hash, or none in a form that we know. */
    NOT_COMPARED
  }
}

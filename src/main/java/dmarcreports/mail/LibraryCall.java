package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;

/**
 * A call into a library that reads hostile bytes. Whatever it throws, checked or not, is the
 * content's fault; a visitor is therefore never called from inside one.
 */
@FunctionalInterface
interface LibraryCall<T> {
  T run() throws IOException, MimeException;

  /** Runs the call on a thing of that kind. */
  static <T> T guarded(String kind, Reason otherwise, LibraryCall<T> call) throws IOException {
    try {
      return call.run();
    } catch (IOException | MimeException | RuntimeException e) {
      throw blame(kind, otherwise, e);
    }
  }

  private static IOException blame(String kind, Reason otherwise, Throwable thrown) {
    Throwable cause = thrown;
    for (int hop = 0; cause != null && hop < 16; hop++) {
      if (cause instanceof BrokenContent || cause instanceof SourceLost) {
        return (IOException) cause;
      }
      cause = cause.getCause();
    }
    Reason reason = reason(thrown, otherwise);
    String said = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : message(thrown);
    String found = kind + (reason == Reason.TRUNCATED ? " ends too early: " : ": ") + said;
    return new BrokenContent(reason, found);
  }

  private static String message(Throwable thrown) {
    return thrown.getMessage().lines().findFirst().orElse("");
  }

  private static Reason reason(Throwable thrown, Reason otherwise) {
    if (thrown instanceof MemoryLimitException) {
      return Reason.ARCHIVE_LIMIT;
    }
    if (thrown instanceof PasswordRequiredException) {
      return Reason.ENCRYPTED;
    }
    if (thrown instanceof MaxHeaderLimitException
        || thrown instanceof MaxHeaderLengthLimitException
        || thrown instanceof MaxLineLimitException
        || thrown.getCause() instanceof MaxLineLimitException) {
      return Reason.MAIL_LIMIT;
    }
    String said = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    if (otherwise == Reason.ARCHIVE_BROKEN && said.contains("unsupported")) {
      return Reason.ARCHIVE_UNSUPPORTED;
    }
    boolean cut = thrown instanceof EOFException || said.contains("truncated");
    return cut && otherwise == Reason.ARCHIVE_BROKEN ? Reason.TRUNCATED : otherwise;
  }
}

package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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
  /** The name of a class, as exceptions have it in their messages. */
  Pattern CLASS_NAME = Pattern.compile("\\b[A-Za-z]+(Exception|Error)\\b|\\b(java|org|com)\\.\\w");

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
    boolean cut = reason == Reason.TRUNCATED;
    Optional<String> said = said(thrown);
    String what = cut ? " ends too early" : said.isPresent() ? "" : " is damaged";
    return new BrokenContent(reason, kind + what + said.map(line -> ": " + line).orElse(""));
  }

  /** What the library has to say to its user; the message of a bug in it is for its maker. */
  private static Optional<String> said(Throwable thrown) {
    return thrown instanceof RuntimeException
        ? Optional.empty()
        : Optional.ofNullable(thrown.getMessage())
            .flatMap(message -> message.lines().findFirst())
            .filter(line -> !line.isBlank() && !CLASS_NAME.matcher(line).find());
  }

  private static Reason reason(Throwable thrown, Reason otherwise) {
    String said = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    if (thrown instanceof MemoryLimitException || said.contains("requires too much memory")) {
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
    if (otherwise == Reason.ARCHIVE_BROKEN && said.contains("unsupported")) {
      return Reason.ARCHIVE_UNSUPPORTED;
    }
    boolean cut =
        thrown instanceof EOFException
            || said.contains("truncated")
            || said.contains("unexpected end of");
    return cut && otherwise == Reason.ARCHIVE_BROKEN ? Reason.TRUNCATED : otherwise;
  }
}

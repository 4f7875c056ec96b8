package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.report.header.CarryingReport;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;

/**
 * What is wanted of a mail: its header, the mail in it, what a report says of that, a line that
 * list software puts under a mail. A body that breaks is read as far as it goes.
 */
final class MailParts {
  private static final Set<String> WHOLE = Set.of("message/rfc822", "message/global");
  private static final Set<String> HEADER =
      Set.of("text/rfc822-headers", "message/rfc822-headers", "message/global-headers");
  private static final Set<String> STATUS =
      Set.of(
          "message/delivery-status", "message/feedback-report", "message/global-delivery-status");
  private static final Pattern REPORT =
      Pattern.compile(
          "multipart/report\\b.{0,900}?report-type\\s*=\\s*\"?([A-Za-z0-9-]{1,60}).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern FOOTER =
      Pattern.compile(
          "_{40,}|.*\\b(mailing list( --|$)|you are subscribed to the .*group"
              + "|unsubscribe from this (group|list)).*",
          Pattern.CASE_INSENSITIVE);

  /** No more of a status or of a text is looked at. */
  private static final int MOST_LOOKED_AT = 1 << 20;

  private static final int LONGEST_LINE = 1000;

  private final MimeTokenStream tokens =
      new MimeTokenStream(Mail.LENIENT, DecodeMonitor.SILENT, null);
  private final List<HeaderField> fields = new ArrayList<>();
  private final Map<String, String> status = new HashMap<>();
  private Optional<Found> found = Optional.empty();
  private Optional<String> footer = Optional.empty();
  private int headerBytes;
  private int parts;
  private int depth;

  /**
   * A mail in the mail.
   *
   * @param whole whether it is there with its body
   */
  record Found(byte[] bytes, boolean whole) {}

  private MailParts() {}

  /** Reads a mail. */
  static MailParts of(byte[] mail) throws IOException {
    MailParts read = new MailParts();
    read.read(mail);
    return read;
  }

  /** Its header. */
  List<HeaderField> fields() {
    return fields;
  }

  Optional<Found> found() {
    return found;
  }

  Optional<String> footer() {
    return footer;
  }

  /** What it says as a report about a mail; empty where it is none. */
  Optional<CarryingReport> report() {
    return fields.stream()
        .filter(field -> field.name().equals("content-type"))
        .map(field -> REPORT.matcher(field.body()))
        .filter(Matcher::matches)
        .map(type -> report(type.group(1).toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private CarryingReport report(String type) {
    return new CarryingReport(
        type,
        said("reporting-mta").or(() -> said("reporting-user-agent")).or(() -> said("user-agent")),
        said("status"),
        said("diagnostic-code"),
        said("feedback-type"));
  }

  private Optional<String> said(String name) {
    return Optional.ofNullable(status.get(name)).map(text -> text.replaceFirst("^[\\w-]+; ?", ""));
  }

  private void read(byte[] mail) throws IOException {
    call(
        () -> {
          tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
          tokens.parse(new ByteArrayInputStream(mail));
          return tokens;
        });
    boolean more = true;
    while (more) {
      try {
        more = call(this::next);
      } catch (BrokenContent e) {
        if (parts == 0) {
          throw e;
        }
        more = false;
      }
    }
  }

  private boolean next() throws IOException {
    EntityState state = tokens.getState();
    switch (state) {
      case T_FIELD -> field();
      case T_END_HEADER -> parts++;
      case T_START_MULTIPART -> depth++;
      case T_END_MULTIPART -> depth--;
      case T_BODY -> leaf();
      default -> {}
    }
    if (parts > Limits.MAIL_PARTS || depth > Limits.MAIL_DEPTH) {
      return false;
    }
    return call(tokens::next) != EntityState.T_END_OF_STREAM;
  }

  private void field() throws IOException {
    if (parts > 0) {
      return;
    }
    HeaderField field = HeaderField.of(tokens.getField());
    ByteSequence raw = tokens.getField().getRaw();
    headerBytes += raw == null ? field.body().length() : raw.length();
    if (headerBytes > Limits.HEADER_BLOCK_BYTES) {
      throw limit();
    }
    fields.add(field);
  }

  private void leaf() throws IOException {
    String type = String.valueOf(tokens.getBodyDescriptor().getMimeType());
    String encoding = String.valueOf(tokens.getBodyDescriptor().getTransferEncoding());
    if (found.isEmpty() && (WHOLE.contains(type) || HEADER.contains(type))) {
      byte[] bytes = decoded(encoding).readNBytes(OneMail.MOST_BYTES);
      found = Optional.of(new Found(bytes, WHOLE.contains(type)));
    } else if (STATUS.contains(type)) {
      status(lines(encoding));
    } else if (type.equals("text/plain") && footer.isEmpty()) {
      footer =
          lines(encoding).stream()
              .filter(line -> line.length() <= LONGEST_LINE && FOOTER.matcher(line).matches())
              .findFirst();
    }
  }

  /** Its fields; the first of each name counts (RFC 3464, 2.1; RFC 5965, 3). */
  private void status(List<String> lines) {
    String name = "";
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
        String more = line.strip();
        status.computeIfPresent(name, (same, text) -> text + " " + more);
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        status.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
  }

  private List<String> lines(String encoding) throws IOException {
    byte[] text = decoded(encoding).readNBytes(MOST_LOOKED_AT);
    return new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8))
        .lines()
        .toList();
  }

  private InputStream decoded(String encoding) {
    InputStream raw = tokens.getInputStream();
    if (encoding.contains("base64")) {
      return new Base64Text(raw);
    }
    return encoding.contains("quoted")
        ? new QuotedPrintableInputStream(raw, DecodeMonitor.SILENT)
        : raw;
  }

  private static <T> T call(LibraryCall<T> call) throws IOException {
    try {
      return LibraryCall.guarded("mail", Reason.MAIL_BROKEN, call);
    } catch (BrokenContent e) {
      throw e.why().reason() == Reason.MAIL_LIMIT ? limit() : e;
    }
  }

  private static BrokenContent limit() {
    return new BrokenContent(
        Reason.MAIL_LIMIT,
        "mail header larger than "
            + Limits.HEADER_BLOCK_BYTES
            + " bytes: cut out the fields that make it so large");
  }
}

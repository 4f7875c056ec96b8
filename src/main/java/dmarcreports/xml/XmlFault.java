package dmarcreports.xml;

import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** What an exception of the XML reader means for a document. */
final class XmlFault {
  /** What the exception puts before what there is to say: the place, in a line of its own. */
  private static final Pattern PREFIX = Pattern.compile("^ParseError at .*\\R(Message: )?");

  private XmlFault() {}

  /**
   * The reason to discard the document.
   *
   * @param taken how many lines before the fault the XML reader did not see
   * @throws IOException where the bytes could not be had, or gave a reason of their own
   */
  static UnreadableReport of(XMLStreamException e, long taken) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        throw io;
      }
    }
    String message = PREFIX.matcher(String.valueOf(e.getMessage())).replaceFirst("");
    String lower = message.toLowerCase(Locale.ROOT);
    Location at = e.getLocation();
    String place = at == null ? "" : "line " + (at.getLineNumber() + taken) + ": ";
    if (lower.contains("unexpected eof") || lower.contains("unexpected end of input")) {
      return new UnreadableReport(
          Reason.TRUNCATED, place + "ends before its last element; have it sent again");
    }
    if (lower.contains("doctype") || lower.contains("dtd")) {
      return new UnreadableReport(Reason.DOCTYPE, place + "holds a DOCTYPE, which no report needs");
    }
    if (lower.contains("maximum") || lower.contains("limit")) {
      return new UnreadableReport(Reason.XML_LIMIT, place + firstLine(message));
    }
    return new UnreadableReport(Reason.NOT_XML, place + firstLine(message));
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}

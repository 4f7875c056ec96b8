package dmarcreports.xml;

import dmarcreports.report.Deviation;
import dmarcreports.report.Deviation.Code;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.xml.bound.PolicyPublishedType;
import dmarcreports.xml.bound.RecordType;
import dmarcreports.xml.bound.ReportMetadataType;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads aggregate reports of every shape, one record at a time. Not for use by two threads at once.
 */
public final class ReportParser {
  private final JAXBContext binding;
  private final Optional<KnownRecords> known;
  private final ReportedDomains domains = new ReportedDomains();

  /** A parser; making one takes some tenths of a second. */
  public ReportParser() {
    this(Optional.of(new KnownRecords()));
  }

  /**
   * @param known the records read before; empty where each is to be bound anew
   */
  ReportParser(Optional<KnownRecords> known) {
    this.known = known;
    try {
      binding =
          JAXBContext.newInstance(
              ReportMetadataType.class, PolicyPublishedType.class, RecordType.class);
    } catch (JAXBException broken) {
      throw new IllegalStateException("the schema's classes cannot be bound", broken);
    }
  }

  private ReportParser(ReportParser other) {
    binding = other.binding;
    known = other.known;
  }

  /** A parser for another thread; making it takes no time. */
  public ReportParser another() {
    return new ReportParser(this);
  }

  /**
   * Reads one document to its end, or to where its sink wants no more.
   *
   * @param fileName what the document is called; supplies a window where the document has none
   * @return whether it is a report at all; where not, the sink has seen nothing
   * @throws UnreadableReport where it is one that must be discarded; the sink may have seen part of
   *     it
   * @throws IOException where its bytes cannot be had
   */
  public boolean parse(ReplayableContent content, String fileName, ReportSink sink)
      throws UnreadableReport, IOException {
    try {
      List<Deviation> deviations = new ArrayList<>();
      DocumentReader text = new DocumentReader(content);
      Prolog prolog = new Prolog(text);
      Reader root = prolog.root();
      if (root == null) {
        return escaped(content, fileName, sink);
      }
      if (prolog.junk()) {
        deviations.add(new Deviation(Code.REPAIRED, "", "text before the root"));
      }
      try {
        read(root, fileName, sink, deviations, text);
      } catch (UnreadableReport broken) {
        if (broken.reason() != Reason.NOT_XML || !drained(content)) {
          throw broken;
        }
        mend(content, fileName, sink, broken);
      }
      return true;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The reason that the stream gave for ending, where it gave one. */
  private static IOException unreadable(IOException e) throws UnreadableReport {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableReport unreadable) {
        throw unreadable;
      }
    }
    return e;
  }

  private static boolean drained(ReplayableContent content) throws IOException {
    byte[] buffer = new byte[8192];
    while (content.canRewind() && content.read(buffer, 0, buffer.length) >= 0) {
      // to the end, or to more than can be kept
    }
    return content.canRewind();
  }

  private static String text(ReplayableContent content) throws UnreadableReport, IOException {
    content.rewind();
    StringWriter text = new StringWriter();
    new DocumentReader(content).transferTo(text);
    if (text.getBuffer().indexOf("\0") >= 0) {
      throw new UnreadableReport(Reason.ENCODING, "holds NUL characters");
    }
    return text.toString();
  }

  private void mend(
      ReplayableContent content, String fileName, ReportSink sink, UnreadableReport broken)
      throws UnreadableReport, IOException {
    String text = text(content);
    if (Repair.holdsDoctype(text)) {
      throw new UnreadableReport(Reason.DOCTYPE, "holds a DOCTYPE, which no report needs");
    }
    String mended = Repair.mend(text);
    if (mended.equals(text)) {
      throw broken;
    }
    List<Deviation> deviations = new ArrayList<>();
    deviations.add(new Deviation(Code.REPAIRED, "", broken.getMessage()));
    Reader root = new Prolog(new StringReader(mended)).root();
    if (root == null) {
      throw broken;
    }
    read(root, fileName, sink, deviations, null);
  }

  /** A report as the escaped text of another document. */
  private boolean escaped(ReplayableContent content, String fileName, ReportSink sink)
      throws UnreadableReport, IOException {
    if (!content.canRewind()) {
      return false;
    }
    String text = text(content);
    if (!text.contains("&lt;feedback")) {
      return false;
    }
    Reader root = new Prolog(new StringReader(Repair.unescape(text))).root();
    List<Deviation> deviations = new ArrayList<>();
    deviations.add(new Deviation(Code.REPAIRED, "", "an escaped document"));
    if (root != null) {
      read(new StringReader(upToEnd(root)), fileName, sink, deviations, null);
    }
    return root != null;
  }

  private static String upToEnd(Reader root) throws IOException {
    StringWriter rest = new StringWriter();
    root.transferTo(rest);
    String text = rest.toString();
    int end = text.lastIndexOf("feedback>");
    return end < 0 ? text : text.substring(0, end + "feedback>".length());
  }

  private void read(
      Reader root,
      String fileName,
      ReportSink sink,
      List<Deviation> deviations,
      DocumentReader text)
      throws UnreadableReport, IOException {
    Optional<RecordText> records =
        known.filter(all -> text != null).map(all -> new RecordText(root, all));
    StandingCoordinator standing = new StandingCoordinator();
    standing.enter();
    try {
      FeedbackReader xml =
          records.isPresent()
              ? new FeedbackReader(records.get(), deviations)
              : new FeedbackReader(root, deviations);
      new OneReport(binding.createUnmarshaller(), domains, xml, fileName, sink, deviations)
          .read(text);
    } catch (XMLStreamException e) {
      throw XmlFault.of(e, lines(records));
    } catch (JAXBException e) {
      if (e.getLinkedException() instanceof XMLStreamException xml) {
        throw XmlFault.of(xml, lines(records));
      }
      throw new UnreadableReport(Reason.NOT_XML, "cannot be bound: " + e.getMessage());
    } finally {
      standing.leave();
    }
  }

  private static long lines(Optional<RecordText> records) {
    return records.map(RecordText::linesTaken).orElse(0L);
  }
}

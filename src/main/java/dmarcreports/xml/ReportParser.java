package dmarcreports.xml;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
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
import jakarta.xml.bind.Unmarshaller;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Reads aggregate reports of every shape, one record at a time. Not for use by two threads at once.
 */
public final class ReportParser {
  /** How many records may stand before the policy that they met. */
  private static final int MAX_EARLY_RECORDS = 10_000;

  private static final int MAX_DEVIATIONS = 1_000;

  private final JAXBContext binding;
  private final ReportedDomains domains = new ReportedDomains();

  /** A parser; making one takes some tenths of a second. */
  public ReportParser() {
    try {
      binding =
          JAXBContext.newInstance(
              ReportMetadataType.class, PolicyPublishedType.class, RecordType.class);
    } catch (JAXBException broken) {
      throw new IllegalStateException("the schema's classes cannot be bound", broken);
    }
  }

  private ReportParser(JAXBContext binding) {
    this.binding = binding;
  }

  /** A parser for another thread; making it takes no time. */
  public ReportParser another() {
    return new ReportParser(binding);
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
    StandingCoordinator standing = new StandingCoordinator();
    standing.enter();
    try {
      new OneReport(root, fileName, sink, deviations).read(text);
    } catch (XMLStreamException e) {
      throw XmlFault.of(e);
    } catch (JAXBException e) {
      if (e.getLinkedException() instanceof XMLStreamException xml) {
        throw XmlFault.of(xml);
      }
      throw new UnreadableReport(Reason.NOT_XML, "cannot be bound: " + e.getMessage());
    } finally {
      standing.leave();
    }
  }

  /** The reading of one report. */
  private final class OneReport {
    /** One of its own, since one that has failed keeps parts of what it was reading. */
    private final Unmarshaller unmarshaller;

    private final FeedbackReader xml;
    private final String fileName;
    private final ReportSink sink;
    private final List<Deviation> deviations;
    private final FormatEvidence format = new FormatEvidence();
    private final List<RecordType> early = new ArrayList<>();
    private ReportMetadataType metadata;
    private PolicyPublishedType policy;
    private final List<String> versions = new ArrayList<>();
    private RecordTranslator records;
    private long number;

    OneReport(Reader root, String fileName, ReportSink sink, List<Deviation> deviations)
        throws XMLStreamException, JAXBException {
      this.unmarshaller = binding.createUnmarshaller();
      this.xml = new FeedbackReader(root, deviations);
      this.fileName = fileName;
      this.sink = sink;
      this.deviations = deviations;
    }

    /**
     * @param text where the characters come from; null where they were mended beforehand
     */
    void read(DocumentReader text) throws XMLStreamException, JAXBException, UnreadableReport {
      xml.nextTag();
      xml.next();
      while (sink.goesOn() && xml.getEventType() != XMLStreamConstants.END_ELEMENT) {
        if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
          child(xml.getLocalName());
        } else {
          xml.next();
        }
      }
      if (sink.goesOn()) {
        end(text);
      }
    }

    private void end(DocumentReader text) throws XMLStreamException, UnreadableReport {
      xml.expectEnd();
      if (records == null) {
        begin();
      }
      if (text != null && text.mended()) {
        deviations.add(new Deviation(Code.REPAIRED, "", "bytes of windows-1252 in UTF-8"));
      }
      if (sink.goesOn()) {
        sink.end(format.format(), deviations);
      }
    }

    /** Reads one child of the root and stands behind it. */
    private void child(String name) throws XMLStreamException, JAXBException, UnreadableReport {
      xml.beginPart();
      switch (name) {
        case "version" -> {
          if (versions.size() < 2) {
            versions.add(xml.getElementText());
          } else {
            xml.passOver();
          }
          xml.next();
        }
        case "report_metadata" -> {
          metadata = first(metadata, name, bound(ReportMetadataType.class));
        }
        case "policy_published" -> {
          policy = first(policy, name, bound(PolicyPublishedType.class));
        }
        case "record" -> record(bound(RecordType.class));
        default -> {
          note(Code.UNKNOWN_ELEMENT, name);
          xml.passOver();
          xml.next();
        }
      }
    }

    /** Notes what may be there any number of times, up to a number that fits into memory. */
    private void note(Code code, String path) {
      if (deviations.size() < MAX_DEVIATIONS) {
        deviations.add(new Deviation(code, path, ""));
      }
    }

    private <T> T bound(Class<T> type) throws JAXBException {
      return unmarshaller.unmarshal(xml, type).getValue();
    }

    private <T> T first(T had, String name, T now) {
      if (had != null) {
        note(Code.REPEATED, name);
      }
      return had == null ? now : had;
    }

    private void record(RecordType record) throws UnreadableReport {
      if (records == null && (metadata == null || policy == null)) {
        early.add(record);
        if (early.size() > MAX_EARLY_RECORDS) {
          throw new UnreadableReport(
              Reason.XML_LIMIT,
              "more than "
                  + MAX_EARLY_RECORDS
                  + " records before report_metadata and policy_published");
        }
        return;
      }
      if (records == null) {
        begin();
      }
      translate(record);
    }

    private void begin() throws UnreadableReport {
      if (metadata == null || policy == null) {
        throw new UnreadableReport(
            Reason.MISSING_FIELD,
            "has no " + (policy == null ? "policy_published" : "report_metadata"));
      }
      AggregateReport report =
          new HeadTranslator(deviations, domains).translate(metadata, policy, versions, fileName);
      records = new RecordTranslator(report.policyPublished(), domains);
      format.see(report, xml.rootNamespace());
      sink.begin(report);
      for (RecordType record : early) {
        translate(record);
      }
      early.clear();
    }

    private void translate(RecordType record) throws UnreadableReport {
      if (!sink.goesOn()) {
        return;
      }
      number++;
      Optional<AggregateRecord> translated = records.translate(record, number);
      if (translated.isPresent()) {
        format.see(translated.get());
        sink.record(translated.get());
      } else {
        note(Code.LEFT_OUT, "record[" + number + "]");
      }
    }
  }
}

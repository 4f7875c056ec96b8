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
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The reading of one report. */
final class OneReport {
  /** How many records may stand before the policy that they met. */
  private static final int MAX_EARLY_RECORDS = 10_000;

  private static final int MAX_DEVIATIONS = 1_000;

  private final Unmarshaller unmarshaller;
  private final ReportedDomains domains;
  private final FeedbackReader xml;
  private final String fileName;
  private final ReportSink sink;
  private final List<Deviation> deviations;
  private final FormatEvidence format = new FormatEvidence();
  private final List<Reported> early = new ArrayList<>();
  private ReportMetadataType metadata;
  private PolicyPublishedType policy;
  private final List<String> versions = new ArrayList<>();
  private RecordTranslator records;
  private long number;

  /**
   * @param unmarshaller one of its own, since one that has failed keeps parts of what it was
   *     reading
   * @param xml stands before the root
   */
  OneReport(
      Unmarshaller unmarshaller,
      ReportedDomains domains,
      FeedbackReader xml,
      String fileName,
      ReportSink sink,
      List<Deviation> deviations) {
    this.unmarshaller = unmarshaller;
    this.domains = domains;
    this.xml = xml;
    this.fileName = fileName;
    this.sink = sink;
    this.deviations = deviations;
  }

  /** A record as the document has it, to be translated once the policy is there. */
  private interface Reported {
    Optional<AggregateRecord> translated(RecordTranslator by, long number) throws UnreadableReport;
  }

  /**
   * @param text where the characters come from; null where they were mended beforehand
   */
  void read(DocumentReader text) throws XMLStreamException, JAXBException, UnreadableReport {
    xml.nextTag();
    xml.next();
    while (sink.goesOn() && xml.getEventType() != XMLStreamConstants.END_ELEMENT) {
      Optional<KnownRecord> known = xml.knownRecord();
      if (known.isPresent()) {
        record(known.get());
      } else if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
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
    Optional<PlainText> plain = xml.beginPart();
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
      case "record" -> {
        RecordType bound = bound(RecordType.class);
        Optional<AggregateRecord> told = record((by, count) -> by.translate(bound, count));
        if (told.isPresent() && plain.isPresent() && xml.isWhole()) {
          xml.remember(plain.get(), told.get().evidence());
        }
      }
      default -> {
        note(Code.UNKNOWN_ELEMENT, name);
        xml.passOver();
        xml.next();
      }
    }
  }

  private void record(KnownRecord known) throws UnreadableReport {
    Optional<AggregateRecord> told = record((by, count) -> Optional.of(by.translate(known)));
    if (told.isPresent() && told.get().evidence() != known.evidence()) {
      xml.remember(known.text(), told.get().evidence());
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

  /** What was told of it; empty where it waits for the policy or is left out. */
  private Optional<AggregateRecord> record(Reported record) throws UnreadableReport {
    if (records == null && (metadata == null || policy == null)) {
      early.add(record);
      if (early.size() > MAX_EARLY_RECORDS) {
        throw new UnreadableReport(
            Reason.XML_LIMIT,
            "more than "
                + MAX_EARLY_RECORDS
                + " records before report_metadata and policy_published");
      }
      return Optional.empty();
    }
    if (records == null) {
      begin();
    }
    return translate(record);
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
    for (Reported record : early) {
      translate(record);
    }
    early.clear();
  }

  private Optional<AggregateRecord> translate(Reported record) throws UnreadableReport {
    if (!sink.goesOn()) {
      return Optional.empty();
    }
    number++;
    Optional<AggregateRecord> translated = record.translated(records, number);
    if (translated.isPresent()) {
      format.see(translated.get());
      sink.record(translated.get());
    } else {
      note(Code.LEFT_OUT, "record[" + number + "]");
    }
    return translated;
  }
}

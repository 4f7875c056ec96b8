package dmarcreports.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dmarcreports.report.Deviation;
import dmarcreports.report.Evidence;
import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.util.StreamReaderDelegate;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The elements of a report without their namespace, whichever reporters put them into. What belongs
 * to another namespace than the root's or DMARC's, or has a name that the format does not know, is
 * passed over with all that it holds: an extension may use our names for things of its own.
 */
final class FeedbackReader extends StreamReaderDelegate {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_ATTRIBUTES = 64;
  private static final int MAX_TEXT = 64 << 10;
  private static final int MAX_NAME = 256;
  private static final int MAX_ELEMENTS = 100_000;
  private static final Set<String> DMARC =
      Set.of("", "http://dmarc.org/dmarc-xml/0.1", "urn:ietf:params:xml:ns:dmarc-2.0");
  private static final Set<String> ELEMENTS =
      new HashSet<>(
          List.of(
              ("feedback version report_metadata org_name email extra_contact_info report_id date_range"
                      + " begin end error generator policy_published domain discovery_method p sp np"
                      + " adkim aspf pct fo testing t record row source_ip count policy_evaluated"
                      + " disposition dkim spf reason type comment identifiers identities header_from"
                      + " envelope_from envelope_to auth_results selector result human_result scope")
                  .split(" ")));
  private static final XMLInputFactory FACTORY = factory();

  /** The depth of the children of the root. */
  private static final int CHILD = 2;

  private final Optional<RecordText> records;
  private final XMLStreamReader2 inner;
  private final List<Deviation> deviations;
  private final Set<String> passedOver = new HashSet<>();
  private String rootNamespace;
  private boolean takesRecords;
  private boolean beforeRecord;
  private boolean whole;
  private int elements;

  /** Reads from the root's start tag on; notes what it passes over. */
  FeedbackReader(Reader root, List<Deviation> deviations) throws XMLStreamException {
    this(root, Optional.empty(), deviations);
  }

  /** The same, and records that were read before can be taken out of the text. */
  FeedbackReader(RecordText root, List<Deviation> deviations) throws XMLStreamException {
    this(root, Optional.of(root), deviations);
  }

  private FeedbackReader(Reader root, Optional<RecordText> records, List<Deviation> deviations)
      throws XMLStreamException {
    super(FACTORY.createXMLStreamReader(new BoundedMarkup(root)));
    this.inner = (XMLStreamReader2) getParent();
    this.records = records;
    this.deviations = deviations;
  }

  private static XMLInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_TEXT);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, (long) MAX_TEXT);
    return factory;
  }

  /**
   * Where all that is behind a child of the root is a plain record, nothing can go wrong in getting
   * to it: that waits, for the record might be known by then.
   */
  @Override
  public int next() throws XMLStreamException {
    beforeRecord = !beforeRecord && isRecordNext();
    if (beforeRecord) {
      return SPACE;
    }
    int event = super.next();
    while (event == START_ELEMENT && isUnknown()) {
      whole = false;
      if (passedOver.size() < 100 && passedOver.add(getLocalName())) {
        deviations.add(
            new Deviation(Deviation.Code.UNKNOWN_ELEMENT, getLocalName(), super.getNamespaceURI()));
      }
      passOver();
      event = super.next();
    }
    if (event == START_ELEMENT && ++elements > MAX_ELEMENTS) {
      throw new XMLStreamException("limit of " + MAX_ELEMENTS + " elements in one part exceeded");
    }
    return event;
  }

  private boolean isRecordNext() throws XMLStreamException {
    return takesRecords
        && elements < MAX_ELEMENTS
        && inner.getEventType() == END_ELEMENT
        && inner.getDepth() == CHILD
        && records.get().isRecordNext(inner.getLocationInfo().getEndingCharOffset());
  }

  @Override
  public int getEventType() {
    return beforeRecord ? SPACE : super.getEventType();
  }

  /** Passes over the record that is next, where it is known; empty where it is to be read. */
  Optional<KnownRecord> knownRecord() throws XMLStreamException {
    if (!beforeRecord) {
      return Optional.empty();
    }
    Optional<KnownRecord> known = records.get().take();
    if (known.isPresent()) {
      beforeRecord = false;
      elements = 0;
      next();
    }
    return known;
  }

  /**
   * A part of the report begins, which is kept in memory until it is translated.
   *
   * @return its text, where it is a plain record
   */
  Optional<PlainText> beginPart() {
    elements = 0;
    whole = true;
    return records.flatMap(RecordText::unread);
  }

  /** Whether nothing of the part was passed over. */
  boolean isWhole() {
    return whole;
  }

  /** Keeps what a plain record of that text says. */
  void remember(PlainText text, Evidence evidence) {
    records.orElseThrow().remember(text, evidence);
  }

  /** Passes over the element begun and all that it holds. */
  void passOver() throws XMLStreamException {
    for (int open = 1; open > 0; ) {
      int event = super.next();
      open += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
    }
  }

  private boolean isUnknown() throws XMLStreamException {
    if (getLocalName().length() > MAX_NAME) {
      throw new XMLStreamException("Maximum name length limit (" + MAX_NAME + ") exceeded");
    }
    String reported = super.getNamespaceURI();
    String namespace = reported == null ? "" : reported;
    if (rootNamespace == null) {
      rootNamespace = namespace;
      String ofPlain = getNamespaceContext().getNamespaceURI("");
      takesRecords = records.isPresent() && isOurs(ofPlain == null ? "" : ofPlain);
    }
    return !ELEMENTS.contains(getLocalName()) || !isOurs(namespace);
  }

  private boolean isOurs(String namespace) {
    return namespace.equals(rootNamespace) || DMARC.contains(namespace);
  }

  /** The namespace of the root element; empty where it has none. */
  String rootNamespace() {
    return rootNamespace;
  }

  @Override
  public String getNamespaceURI() {
    return "";
  }

  /** None: {@code lang} says nothing to us, {@code xsi:nil} and {@code xsi:type} would mislead. */
  @Override
  public int getAttributeCount() {
    return 0;
  }

  @Override
  public int nextTag() throws XMLStreamException {
    int event = next();
    while (event != START_ELEMENT && event != END_ELEMENT) {
      event = next();
    }
    return event;
  }

  /** Nothing but blanks and comments may follow the root. */
  void expectEnd() throws XMLStreamException {
    while (inner.hasNext()) {
      inner.next();
    }
  }
}

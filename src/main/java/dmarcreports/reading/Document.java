package dmarcreports.reading;

import dmarcreports.report.DomainName;
import dmarcreports.report.Origin;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.util.Optional;

/** A document of an input, parsed ahead or when it is told. */
public final class Document {
  private final Origin origin;
  private final ReplayableContent content;
  private final Optional<byte[]> hash;
  private final ReportParser parser;
  private Optional<DomainName> stored = Optional.empty();
  private Optional<KeptParse> kept = Optional.empty();

  /**
   * @param hash what stands for its bytes, where all of them are in memory
   * @param parser the one of the thread that takes the turns
   */
  Document(Origin origin, ReplayableContent content, Optional<byte[]> hash, ReportParser parser) {
    this.origin = origin;
    this.content = content;
    this.hash = hash;
    this.parser = parser;
  }

  /** Looks whether it is stored already: then it need not be parsed. */
  void lookUp(KnownDocuments known) {
    stored = hash.flatMap(known::domainOf);
  }

  /** Parses it before its turn; its bytes are in memory. */
  void parseAhead(ReportParser ofThisThread) {
    kept = KeptParse.of(ofThisThread, content, origin.name());
  }

  /** Where it comes from. */
  public Origin origin() {
    return origin;
  }

  /** What stands for its bytes, where all of them are in memory. */
  public Optional<byte[]> hash() {
    return hash;
  }

  /** The policy domain of the report that is stored of the same bytes; empty where none is. */
  public Optional<DomainName> stored() {
    return stored;
  }

  /**
   * Tells the report that it is.
   *
   * @return whether it is a report at all; where not, the sink has seen nothing
   * @throws UnreadableReport where it is one that must be discarded; the sink may have seen part of
   *     it
   * @throws IOException where its bytes cannot be had
   */
  public boolean tell(ReportSink sink) throws UnreadableReport, IOException {
    return kept.isPresent() ? kept.get().tell(sink) : parser.parse(content, origin.name(), sink);
  }

  /** Tells the report once more, where its bytes are still there. */
  public void tellAgain(ReportSink sink) throws UnreadableReport, IOException {
    if (content.canRewind()) {
      content.rewind();
      parser.parse(content, origin.name(), sink);
    }
  }
}

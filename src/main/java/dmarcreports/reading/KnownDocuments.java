package dmarcreports.reading;

import dmarcreports.report.DomainName;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What is known of documents by their bytes, so that none need be parsed twice. */
public interface KnownDocuments {
  /** What stands for the bytes of a document. May be asked in any thread. */
  byte[] hash(ByteBuffer document);

  /**
   * The policy domain of the report that is stored of the same bytes; empty where none is. Asked in
   * the thread alone that takes the turns.
   */
  Optional<DomainName> domainOf(byte[] hash);
}

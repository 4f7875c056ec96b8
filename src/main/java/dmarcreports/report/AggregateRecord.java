package dmarcreports.report;

import java.util.Optional;

/**
 * One line of a report: so many messages from one source with one evidence (RFC 9990, {@code
 * record}).
 *
 * @param sourceIp empty where the reporter named no address
 * @param messages how many, 0 or more
 */
public record AggregateRecord(Optional<SourceIp> sourceIp, long messages, Evidence evidence) {
  /** Refuses a negative number of messages. */
  public AggregateRecord {
    if (messages < 0) {
      throw new IllegalArgumentException("messages: " + messages);
    }
  }
}

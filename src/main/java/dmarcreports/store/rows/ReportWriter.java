package dmarcreports.store.rows;

import dmarcreports.report.Evidence;
import dmarcreports.report.PolicyPublished;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How the reports of one run come into a database, whole or not at all. What {@link #commit()} has
 * returned from is on disk.
 */
public interface ReportWriter {
  /** The number of the run. */
  int run();

  /** The policy domains of all reports that are stored. */
  Set<String> domains();

  /** The content hashes of the reports of a key. */
  List<byte[]> contents(byte[] key);

  /** The policy domain of the report that was read from a document; empty where none was. */
  Optional<String> domainOf(byte[] documentHash);

  /** What stands for an evidence, stored or not. */
  byte[] hash(Evidence evidence);

  /** The next records are those of a new report. */
  void begin();

  /**
   * A record of the report begun.
   *
   * @return what stands for its evidence
   * @throws TooLong where the database does not take what it says
   */
  byte[] add(byte[] source, Evidence evidence, long messages);

  /**
   * The report begun is whole.
   *
   * @throws TooLong where the database does not take what it says
   */
  void end(WholeReport report);

  /** Nothing of the report begun stays. */
  void abandon();

  /** Changes the list of what was discarded. */
  void discards(Consumer<DiscardRows> change);

  /** Changes what is known of mailboxes on servers. */
  void mailboxes(Consumer<MailboxRows> change);

  /** Asks what is stored of mailboxes on servers. */
  <T> T askMailboxes(Function<MailboxRows, T> question);

  /**
   * Keeps other runs on the same database from reading a mailbox; waits for one that does.
   *
   * @return who still reads it, where and since when; empty where nobody else does
   */
  Optional<String> hold(String mailbox);

  /** All that was done so far is on disk. */
  void commit();

  /** The same, and a last change of something else: the run has come to its end. */
  void finish(Runnable change);

  /**
   * A report but for its records.
   *
   * @param row its columns, without ids
   * @param asConflict whether it is known to be in conflict with one stored before
   * @param records how many it has
   * @param overtaken told at the commit where another run was first to store it
   */
  record WholeReport(
      Row row,
      PolicyPublished policy,
      boolean asConflict,
      long records,
      Consumer<Outcome> overtaken) {}
}

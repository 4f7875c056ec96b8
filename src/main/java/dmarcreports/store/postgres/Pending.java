package dmarcreports.store.postgres;

import static dmarcreports.store.columns.EvidenceColumns.EVIDENCES;
import static dmarcreports.store.columns.PolicyColumns.POLICIES;

import dmarcreports.report.Evidence;
import dmarcreports.report.PolicyPublished;
import dmarcreports.store.rows.Evidences;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.store.rows.Row;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A report on its way into a database, to be written as often as it takes. Of a large one, the
 * records wait in a temporary file that nobody else can open and that ends with the process.
 */
final class Pending {
  /** How many records are in memory. */
  static final int RECORDS = 10_000;

  private List<RecordRow> records = new ArrayList<>();
  private FileChannel file;
  private ObjectOutputStream spilled;
  private ReportWriter.WholeReport report;
  private PolicyRow policy;

  /**
   * A policy, without its id.
   *
   * @param hash what stands for it
   */
  record PolicyRow(byte[] hash, Row row) implements Serializable {
    static PolicyRow of(PolicyPublished policy) {
      return new PolicyRow(Evidences.hash(policy), Evidences.row(policy).checked(POLICIES));
    }
  }

  /**
   * An evidence, without ids.
   *
   * @param hash what stands for it
   */
  record EvidenceRow(byte[] hash, Row row, PolicyRow policy) implements Serializable {
    static EvidenceRow of(Evidence evidence, PolicyRow policy) {
      return new EvidenceRow(
          Evidences.hashOf(evidence), Evidences.row(evidence).checked(EVIDENCES), policy);
    }
  }

  /** A record, without ids. */
  record RecordRow(byte[] source, EvidenceRow evidence, long messages) implements Serializable {}

  /** The next record. */
  void add(RecordRow row) throws IOException {
    records.add(row);
    if (records.size() == RECORDS) {
      spill();
    }
  }

  private void spill() throws IOException {
    if (spilled == null) {
      Path path = Files.createTempFile("dmarc-reports", ".records");
      file =
          FileChannel.open(
              path,
              Set.of(
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.DELETE_ON_CLOSE));
      spilled =
          new ObjectOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
    }
    spilled.writeObject(records.toArray(RecordRow[]::new));
    spilled.reset();
    records.clear();
  }

  /** The report is whole. */
  void end(ReportWriter.WholeReport whole, PolicyRow published) throws IOException {
    report = whole;
    policy = published;
    if (spilled != null) {
      spilled.flush();
    }
  }

  ReportWriter.WholeReport report() {
    return report;
  }

  PolicyRow policy() {
    return policy;
  }

  /** All records in their order, in lists of {@value #RECORDS} at most. */
  void each(Consumer<List<RecordRow>> some) throws IOException {
    if (file != null) {
      file.position(0);
      ObjectInputStream again =
          new ObjectInputStream(new BufferedInputStream(Channels.newInputStream(file), 1 << 16));
      while (true) {
        try {
          some.accept(List.of((RecordRow[]) again.readObject()));
        } catch (EOFException end) {
          break;
        } catch (ClassNotFoundException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    some.accept(records);
  }

  /** Nothing of it is needed any more. */
  void close() {
    records = List.of();
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        // it has no name any more, and what is in it is not needed
      }
    }
  }
}

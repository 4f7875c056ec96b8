package dmarcreports.spark.task;

import dmarcreports.mail.Input;
import dmarcreports.mail.Limits;
import dmarcreports.mail.Opener;
import dmarcreports.mail.Remote;
import dmarcreports.mailbox.Disposal;
import dmarcreports.reading.Document;
import dmarcreports.reading.InputVisitor;
import dmarcreports.reading.KnownDocuments;
import dmarcreports.reading.ReadAhead;
import dmarcreports.reading.Unreadable;
import dmarcreports.report.DomainName;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.spark.seam.Found;
import dmarcreports.spark.seam.Source;
import dmarcreports.store.LooseReports;
import dmarcreports.store.ReportSaver;
import dmarcreports.store.ReportStore;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Rows of inputs, of one input in memory at a time: none of them ends in an exception. */
final class InputRows implements Iterator<Found> {
  private final Iterator<Source> sources;
  private final ReportParser parser;
  private final LooseReports reports;
  private final Deque<Found> found = new ArrayDeque<>();

  InputRows(Iterator<Source> sources, ReportParser parser, Instant now) {
    this.sources = sources;
    this.parser = parser;
    reports = new LooseReports(now);
  }

  @Override
  public boolean hasNext() {
    while (found.isEmpty() && sources.hasNext()) {
      new OneSource(sources.next()).read();
    }
    return !found.isEmpty();
  }

  @Override
  public Found next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.remove();
  }

  /** Bytes from wherever the cluster has them. */
  private record Fetched(Source source) implements Remote {
    /** What is too large shows when it is opened, as in a file. */
    @Override
    public long size() {
      return -1;
    }

    @Override
    public InputStream open() throws IOException {
      return source.open();
    }
  }

  /** Whether a document was read before is found when all are read. */
  private static final class NoneKnown implements KnownDocuments {
    @Override
    public byte[] hash(ByteBuffer document) {
      return ReportStore.hash(document);
    }

    @Override
    public Optional<DomainName> domainOf(byte[] hash) {
      return Optional.empty();
    }
  }

  /** What is found in one input. */
  private final class OneSource implements InputVisitor, LooseReports.Rows {
    private final Source source;
    private final Input input;
    private long document;
    private long record;
    private boolean readSome;
    private boolean discardedSome;

    OneSource(Source source) {
      this.source = source;
      input =
          source
              .file()
              .map(file -> Input.of(source.name(), Path.of(file)))
              .orElseGet(() -> Input.of(source.name(), new Fetched(source)));
    }

    void read() {
      String fate;
      try (ReadAhead turns =
          new ReadAhead(
              List.of(input).iterator(),
              1,
              new Opener(Limits.defaults()),
              parser,
              Disposal.none(),
              new NoneKnown())) {
        turns.next().tell(this);
        fate = readSome ? "read" : discardedSome ? "discarded" : "nothing";
      } catch (IOException e) {
        discarded(new Origin(source.name(), List.of()), Unreadable.reason(e));
        fate = "unreadable";
      }
      Object[] name = {LooseReports.name(source.name()), null, null, null};
      found.add(new Found(source.number(), document, null, null, null, null, name, fate));
    }

    @Override
    public void document(Document one) throws IOException {
      try {
        ReportSaver saver = reports.saver(one.origin(), one.hash());
        boolean isReport = one.tell(saver);
        if (saver.refusal().isPresent()) {
          throw new UnreadableReport(Reason.XML_LIMIT, saver.refusal().get());
        }
        if (isReport) {
          readSome = true;
          reports.tell(this);
          document++;
        }
      } catch (UnreadableReport e) {
        discarded(one.origin(), e);
      }
    }

    @Override
    public void discarded(Origin origin, UnreadableReport why) {
      discardedSome = true;
      Object[] discard = {
        LooseReports.name(origin.input()),
        origin.members().isEmpty() ? null : LooseReports.name(origin.member()),
        why.reason().word(),
        LooseReports.name(why.getMessage())
      };
      found.add(new Found(source.number(), document++, null, null, null, null, discard, null));
    }

    @Override
    public void report(Object[] report, Object[] policy) {
      record = 0;
      found.add(new Found(source.number(), document, report, policy, null, null, null, null));
    }

    @Override
    public void record(byte[] bytes, long messages, Object[] evidence, Object[] policy) {
      Object[] values = {record++, bytes, messages};
      found.add(new Found(source.number(), document, null, policy, values, evidence, null, null));
    }
  }
}

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

/**
 * Rows of inputs: none of them ends in an exception. The reports of one input are in memory at a
 * time, and of their rows only the one that is asked for.
 */
final class InputRows implements Iterator<Found> {
  private final Iterator<Source> sources;
  private final ReportParser parser;
  private final LooseReports reports;
  private final Deque<Iterator<Found>> found = new ArrayDeque<>();

  InputRows(Iterator<Source> sources, ReportParser parser, Instant now) {
    this.sources = sources;
    this.parser = parser;
    reports = new LooseReports(now);
  }

  @Override
  public boolean hasNext() {
    while (found.isEmpty() || !found.element().hasNext()) {
      if (!found.isEmpty()) {
        found.remove();
      } else if (sources.hasNext()) {
        new OneSource(sources.next()).read();
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  public Found next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.element().next();
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
  private final class OneSource implements InputVisitor {
    private final Source source;
    private final Input input;
    private long document;
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
      add(new Found(source.number(), document, null, null, null, null, name, fate));
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
          reports.whole().ifPresent(this::report);
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
      add(new Found(source.number(), document++, null, null, null, null, discard, null));
    }

    private void report(LooseReports.Whole one) {
      add(new Found(source.number(), document, one.report(), one.policy(), null, null, null, null));
      found.add(new Records(source.number(), document, one.policy(), one.records().iterator()));
    }

    private void add(Found row) {
      found.add(List.of(row).iterator());
    }
  }

  /** The rows of the records of a report. */
  private static final class Records implements Iterator<Found> {
    private final long input;
    private final long document;
    private final Object[] policy;
    private final Iterator<LooseReports.Line> lines;
    private long number;

    Records(long input, long document, Object[] policy, Iterator<LooseReports.Line> lines) {
      this.input = input;
      this.document = document;
      this.policy = policy;
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public Found next() {
      LooseReports.Line line = lines.next();
      Object[] record = {number++, line.source(), line.messages()};
      return new Found(input, document, null, policy, record, line.evidence(), null, null);
    }
  }
}

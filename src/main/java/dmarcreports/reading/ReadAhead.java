package dmarcreports.reading;

import dmarcreports.mail.DocumentVisitor;
import dmarcreports.mail.Input;
import dmarcreports.mail.Opener;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Look;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The inputs in their order. While one has its turn, some of those behind it are opened by other
 * threads and, where they are not stored yet, parsed. What is large, and what fails there, is left
 * for its turn.
 */
public final class ReadAhead implements Iterator<ReadAhead.Turn>, AutoCloseable {
  /** The most bytes that the documents of one input may have together: 2 MiB. */
  private static final int MOST_BYTES = 2 << 20;

  /** All that wait hold no more than this part of the memory that there may be. */
  private static final int PART_OF_MEMORY = 16;

  private final Iterator<Input> inputs;
  private final Opener opener;
  private final ReportParser parser;
  private final ThreadLocal<ReportParser> parsers;
  private final Disposal disposal;
  private final KnownDocuments known;
  private final Optional<ExecutorService> threads;
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private final int ahead;
  private final int most;
  private volatile boolean closed;

  /**
   * @param jobs how many threads there are, the caller's among them; all others read ahead
   * @param parser of the caller's thread; the others get their own
   * @param known the documents that are stored, which need not be parsed
   */
  public ReadAhead(
      Iterator<Input> inputs,
      int jobs,
      Opener opener,
      ReportParser parser,
      Disposal disposal,
      KnownDocuments known) {
    this.inputs = inputs;
    this.opener = opener;
    this.parser = parser;
    parsers = ThreadLocal.withInitial(parser::another);
    this.disposal = disposal;
    this.known = known;
    threads =
        jobs == 1
            ? Optional.empty()
            : Optional.of(Executors.newFixedThreadPool(jobs - 1, ReadAhead::thread));
    ahead = threads.isPresent() ? 2 * jobs : 1;
    most = (int) Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / ahead);
  }

  /** What nobody waits for does not keep the process alive. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "reader");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public boolean hasNext() {
    return !waiting.isEmpty() || inputs.hasNext();
  }

  @Override
  public Turn next() {
    while (waiting.size() < ahead && inputs.hasNext()) {
      waiting.add(new Turn(inputs.next()));
    }
    Turn turn = waiting.remove();
    turn.parse();
    waiting.stream().filter(Turn::isOpened).forEach(Turn::parse);
    turn.await();
    return turn;
  }

  /** What waits is let go. What is being read is read to its end: an interrupt would break it. */
  @Override
  public void close() {
    closed = true;
    threads.ifPresent(ExecutorService::shutdown);
  }

  private Future<?> submit(Runnable work) {
    return threads.orElseThrow().submit(work);
  }

  private boolean isSmall(Input input) {
    if (input.remote().isPresent()) {
      long size = input.remote().get().size();
      return size >= 0 && size <= most;
    }
    try {
      return input.path().isPresent() && Files.size(input.path().get()) <= most;
    } catch (IOException inItsTurn) {
      return false;
    }
  }

  /** What a thread has come to; empty where it failed. */
  private static <T> Optional<T> result(Future<T> work) {
    try {
      return Optional.ofNullable(work.get());
    } catch (ExecutionException inItsTurn) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An input that has its turn, or waits for it. */
  public final class Turn {
    private final Input input;
    private Optional<Future<Optional<WholeInput>>> opening;
    private Optional<WholeInput> whole = Optional.empty();
    private Optional<Future<?>> parsing = Optional.empty();

    private Turn(Input input) {
      this.input = input;
      opening = threads.filter(pool -> isSmall(input)).map(pool -> pool.submit(this::open));
    }

    private boolean isOpened() {
      return opening.isPresent() && opening.get().isDone();
    }

    /** Has it parsed once it is opened. */
    private void parse() {
      if (opening.isPresent()) {
        whole = result(opening.get()).flatMap(Function.identity());
        opening = Optional.empty();
        parsing = whole.map(all -> submit(all.parsing(parsers::get)));
      }
    }

    private void await() {
      parsing.ifPresent(ReadAhead::result);
    }

    private Optional<WholeInput> open() throws IOException {
      return closed
          ? Optional.empty()
          : WholeInput.open(opener, input, disposal.look(input), known, parser, most);
    }

    public Input input() {
      return input;
    }

    /** What the input was like before it was read, which is done next or was. */
    public Look look() throws IOException {
      return whole.isPresent() ? whole.get().look() : disposal.look(input);
    }

    /**
     * Tells of all that the input holds.
     *
     * @throws IOException where its bytes cannot be had, or as the visitor throws it
     */
    public void tell(InputVisitor visitor) throws IOException {
      if (whole.isPresent()) {
        whole.get().tell(visitor);
      } else {
        opener.open(input, new InItsTurn(visitor));
      }
    }
  }

  /** Passes on what is opened now. */
  private final class InItsTurn implements DocumentVisitor {
    private final InputVisitor visitor;

    InItsTurn(InputVisitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public void document(Origin origin, InputStream bytes) throws IOException {
      ReplayableContent content = new ReplayableContent(bytes);
      Document document = new Document(origin, content, content.whole().map(known::hash), parser);
      document.lookUp(known);
      visitor.document(document);
    }

    @Override
    public void discarded(Origin origin, UnreadableReport why) throws IOException {
      visitor.discarded(origin, why);
    }
  }
}

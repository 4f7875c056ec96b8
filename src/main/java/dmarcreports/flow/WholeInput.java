package dmarcreports.flow;

import dmarcreports.mail.DocumentVisitor;
import dmarcreports.mail.Input;
import dmarcreports.mail.Opener;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Look;
import dmarcreports.report.DomainName;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.store.ReportStore;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** All that an input holds, in memory, to be told in its order when it is the input's turn. */
final class WholeInput implements DocumentVisitor {
  /** What each thing found counts for at least, in bytes. */
  private static final int LEAST = 4096;

  private final Look look;
  private final List<Found> found = new ArrayList<>();
  private int left;

  private WholeInput(Look look, int most) {
    this.look = look;
    this.left = most;
  }

  /** Something found in an input. */
  private interface Found {
    void tell(Ingest ingest) throws IOException;
  }

  /** A document, and what the parser said of it where it was asked beforehand. */
  private static final class Document implements Found {
    private final Origin origin;
    private final ReplayableContent content;
    private final byte[] hash;
    private Optional<DomainName> known = Optional.empty();
    private Optional<KeptParse> kept = Optional.empty();

    Document(Origin origin, ReplayableContent content, byte[] hash) {
      this.origin = origin;
      this.content = content;
      this.hash = hash;
    }

    @Override
    public void tell(Ingest ingest) throws IOException {
      ingest.document(origin, content, Optional.of(hash), known, kept);
    }
  }

  /** It is larger than what is kept. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Opens an input before its turn; empty where it holds too much, cannot be read, or was changed
   * meanwhile, and has to be opened in its turn.
   *
   * @param most how many bytes its documents may have together
   */
  static Optional<WholeInput> open(Opener opener, Input input, Disposal disposal, int most) {
    try {
      WholeInput whole = new WholeInput(Look.at(input, disposal), most);
      opener.open(input, whole);
      return whole.look.isUnchanged() ? Optional.of(whole) : Optional.empty();
    } catch (IOException inItsTurn) {
      return Optional.empty();
    }
  }

  @Override
  public void document(Origin origin, InputStream bytes) throws IOException {
    ReplayableContent content = new ReplayableContent(bytes);
    ByteBuffer whole = content.whole(left).orElseThrow(TooMuch::new);
    found.add(new Document(origin, content, ReportStore.hash(whole)));
    spend(whole.remaining());
  }

  @Override
  public void discarded(Origin origin, UnreadableReport why) throws IOException {
    found.add(ingest -> ingest.discarded(origin, why));
    spend(0);
  }

  private void spend(int bytes) throws TooMuch {
    left -= Math.max(bytes, LEAST);
    if (left < 0) {
      throw new TooMuch();
    }
  }

  /** What the input was like before it was opened. */
  Look look() {
    return look;
  }

  /**
   * What has to be parsed: nothing of the documents that are stored already.
   *
   * @param parser the one of the thread that runs it
   * @param stored the policy domain of a stored document of that hash
   */
  Runnable parsing(Supplier<ReportParser> parser, Function<byte[], Optional<DomainName>> stored) {
    List<Document> unknown = new ArrayList<>();
    for (Found one : found) {
      if (one instanceof Document document) {
        document.known = stored.apply(document.hash);
        if (document.known.isEmpty()) {
          unknown.add(document);
        }
      }
    }
    return () ->
        unknown.forEach(
            one -> one.kept = KeptParse.of(parser.get(), one.content, one.origin.name()));
  }

  /** Tells of all that was found. */
  void tell(Ingest ingest) throws IOException {
    for (Found one : found) {
      one.tell(ingest);
    }
  }
}

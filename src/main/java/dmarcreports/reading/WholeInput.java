package dmarcreports.reading;

import dmarcreports.mail.DocumentVisitor;
import dmarcreports.mail.Input;
import dmarcreports.mail.Opener;
import dmarcreports.mailbox.Look;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All that an input holds, in memory, to be told in its order when it is the input's turn. */
final class WholeInput implements DocumentVisitor {
  /** What each thing found counts for at least, in bytes. */
  private static final int LEAST = 4096;

  private final Look look;
  private final KnownDocuments known;
  private final ReportParser parser;
  private final List<Found> found = new ArrayList<>();
  private final List<Document> documents = new ArrayList<>();
  private int left;

  private WholeInput(Look look, KnownDocuments known, ReportParser parser, int most) {
    this.look = look;
    this.known = known;
    this.parser = parser;
    this.left = most;
  }

  /** Something found in an input. */
  private interface Found {
    void tell(InputVisitor visitor) throws IOException;
  }

  /** It is larger than what is kept. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Opens an input before its turn; empty where it holds too much, cannot be read, or was changed
   * meanwhile, and has to be opened in its turn.
   *
   * @param look what it was like before
   * @param parser the one of the thread that takes the turns
   * @param most how many bytes its documents may have together
   */
  static Optional<WholeInput> open(
      Opener opener, Input input, Look look, KnownDocuments known, ReportParser parser, int most) {
    try {
      WholeInput whole = new WholeInput(look, known, parser, most);
      opener.open(input, whole);
      return look.isUnchanged() ? Optional.of(whole) : Optional.empty();
    } catch (IOException inItsTurn) {
      return Optional.empty();
    }
  }

  @Override
  public void document(Origin origin, InputStream bytes) throws IOException {
    ReplayableContent content = new ReplayableContent(bytes);
    ByteBuffer whole = content.whole(left).orElseThrow(TooMuch::new);
    Document document = new Document(origin, content, Optional.of(known.hash(whole)), parser);
    documents.add(document);
    found.add(visitor -> visitor.document(document));
    spend(whole.remaining());
  }

  @Override
  public void discarded(Origin origin, UnreadableReport why) throws IOException {
    found.add(visitor -> visitor.discarded(origin, why));
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
   * @param ofItsThread the parser of the thread that runs it
   */
  Runnable parsing(Supplier<ReportParser> ofItsThread) {
    documents.forEach(one -> one.lookUp(known));
    List<Document> unknown = documents.stream().filter(one -> one.stored().isEmpty()).toList();
    return () -> unknown.forEach(one -> one.parseAhead(ofItsThread.get()));
  }

  /** Tells of all that was found. */
  void tell(InputVisitor visitor) throws IOException {
    for (Found one : found) {
      one.tell(visitor);
    }
  }
}

package dmarcreports.mail;

import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A visitor that reads all and remembers it. */
public final class Seen implements DocumentVisitor {
  public final List<String> documents = new ArrayList<>();
  final List<String> origins = new ArrayList<>();
  final List<UnreadableReport> discards = new ArrayList<>();
  long bytes;

  public static Seen in(byte[] content) throws IOException {
    return in(content, Limits.defaults());
  }

  public static Seen in(byte[] content, Limits limits) throws IOException {
    return in(Input.of("-", new ByteArrayInputStream(content)), limits);
  }

  public static Seen in(Input input, Limits limits) throws IOException {
    Seen seen = new Seen();
    new Opener(limits).open(input, seen);
    return seen;
  }

  @Override
  public void document(Origin origin, InputStream content) throws IOException {
    try {
      byte[] head = content.readNBytes(100_000);
      bytes += head.length + content.transferTo(OutputStream.nullOutputStream());
      documents.add(new String(head, StandardCharsets.ISO_8859_1));
      origins.add(origin.toString());
    } catch (IOException e) {
      if (!(e.getCause() instanceof UnreadableReport why)) {
        throw e;
      }
      discarded(origin, why);
    }
  }

  @Override
  public void discarded(Origin origin, UnreadableReport why) {
    discards.add(why);
  }

  List<String> reasons() {
    return discards.stream().map(why -> why.reason().word()).toList();
  }
}

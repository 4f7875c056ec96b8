package dmarcreports.mail;

import dmarcreports.report.DomainName;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.report.header.Author;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/** The mailboxes that a From field names (RFC 5322, 3.4; RFC 6532). */
final class Authors {
  /** A longer field names nobody. */
  private static final int LONGEST = 64 << 10;

  private static final int MOST = 100;

  private Authors() {}

  static List<Author> in(String body) {
    if (body.length() > LONGEST) {
      return List.of();
    }
    ByteSequence text = ContentUtil.encode(StandardCharsets.UTF_8, body);
    try {
      return LibraryCall.guarded(
          "From",
          Reason.MAIL_BROKEN,
          () ->
              LenientAddressParser.DEFAULT
                  .parseAddressList(text, new ParserCursor(0, text.length()))
                  .flatten()
                  .stream()
                  .limit(MOST)
                  .map(Authors::author)
                  .toList());
    } catch (IOException nobody) {
      return List.of();
    }
  }

  private static Author author(Mailbox mailbox) {
    return new Author(
        Optional.ofNullable(mailbox.getName())
            .map(name -> DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT))
            .filter(name -> !name.isBlank()),
        Optional.ofNullable(mailbox.getLocalPart()).orElse(""),
        Optional.ofNullable(mailbox.getDomain()).flatMap(DomainName::parse));
  }
}

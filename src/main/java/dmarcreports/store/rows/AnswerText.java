package dmarcreports.store.rows;

import dmarcreports.dns.Answer;
import dmarcreports.dns.Answer.Absence;
import dmarcreports.dns.Answer.Failure;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord;
import dmarcreports.dns.ResourceRecord.Address;
import dmarcreports.dns.ResourceRecord.Data;
import dmarcreports.dns.ResourceRecord.MailExchange;
import dmarcreports.dns.ResourceRecord.Pointer;
import dmarcreports.dns.ResourceRecord.Text;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer of DNS as the texts of three columns.
 *
 * @param outcome what came of the question, in one word
 * @param aliases a list, as {@link Lists} writes it; null where there are none
 * @param records the same of the records wanted
 */
record AnswerText(String outcome, @Nullable String aliases, @Nullable String records) {
  private static final String FOUND = "found";
  private static final String NO_NAME = "no_name";
  private static final String NO_DATA = "no_data";

  /** What comes before what a record says: its owner and its type. */
  private static final int HEAD = 2;

  static AnswerText of(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return new AnswerText(FOUND, text(found.aliases()), text(found.records()));
    }
    if (answer instanceof Answer.Absent absent) {
      String outcome = absent.kind() == Absence.NAME ? NO_NAME : NO_DATA;
      return new AnswerText(outcome, text(absent.aliases()), null);
    }
    Failure failure = ((Answer.Failed) answer).kind();
    return new AnswerText(failure.name().toLowerCase(Locale.ROOT), null, null);
  }

  /**
   * The answer again.
   *
   * @throws IllegalArgumentException where these are no such texts
   */
  Answer answer(String server) {
    return switch (outcome) {
      case FOUND -> new Answer.Found(records(aliases), records(records));
      case NO_NAME -> new Answer.Absent(Absence.NAME, records(aliases));
      case NO_DATA -> new Answer.Absent(Absence.DATA, records(aliases));
      default -> new Answer.Failed(Failure.valueOf(outcome.toUpperCase(Locale.ROOT)), server);
    };
  }

  private static @Nullable String text(List<ResourceRecord> records) {
    return Lists.write(records, AnswerText::cells);
  }

  private static List<String> cells(ResourceRecord record) {
    List<String> cells = new ArrayList<>(List.of(record.owner(), record.data().type().name()));
    cells.addAll(said(record.data()));
    return cells;
  }

  private static List<String> said(Data data) {
    if (data instanceof Text text) {
      return text.strings();
    }
    if (data instanceof MailExchange mail) {
      return List.of(Integer.toString(mail.preference()), mail.exchange());
    }
    return List.of(
        data instanceof Pointer pointer ? pointer.target() : ((Address) data).ip().text());
  }

  private static List<ResourceRecord> records(@Nullable String column) {
    return Lists.read(column, cells -> new ResourceRecord(cells[0], data(cells)));
  }

  private static Data data(String[] cells) {
    RecordType type = RecordType.valueOf(cells[1]);
    List<String> said = Stream.of(cells).skip(HEAD).toList();
    return switch (type) {
      case TXT -> new Text(said);
      case MX -> new MailExchange(Integer.parseInt(said.get(0)), said.get(1));
      case A, AAAA -> new Address(new SourceIp(said.get(0)));
      case CNAME, PTR, NS -> new Pointer(type, said.get(0));
    };
  }
}

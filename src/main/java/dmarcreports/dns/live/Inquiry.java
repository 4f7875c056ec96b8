package dmarcreports.dns.live;

import dmarcreports.dns.Answer;
import dmarcreports.dns.Answer.Absence;
import dmarcreports.dns.Answer.Failure;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;

/**
 * One question on its way, from server to server and from alias to alias. Shares nothing with
 * others, so that several may be on their way at once.
 */
final class Inquiry {
  /** An alias of an alias of an alias: no more in a row than this are followed. */
  private static final int MOST_ALIASES = 16;

  /** So often one server is asked for it, whatever it says. */
  static final int MOST_OF_A_SERVER = MOST_ALIASES + 1;

  private final Question question;
  private final List<Server> servers;
  private final Server last;
  private final int most;
  private final List<Word> words = new ArrayList<>();
  private int asked;

  /**
   * @param servers those that are asked, in this order; may be none
   * @param last who is named where none is
   * @param most how often servers may be asked for it; one that is asked more often is not
   */
  Inquiry(Question question, List<Server> servers, Server last, int most) {
    this.question = question;
    this.servers = servers;
    this.last = last;
    this.most = most;
  }

  /** Whether a server said anything when it was asked. */
  record Word(Server server, boolean silent) {}

  /**
   * What came of it.
   *
   * @param server who gave the answer
   * @param asked how often servers were asked, one more than could be where that was too often
   * @param words what each time came of that, in order
   * @param servers those that were to be asked
   */
  record Outcome(Answer answer, Server server, int asked, List<Word> words, List<Server> servers) {
    boolean isSilence() {
      return answer instanceof Answer.Failed failed
          && (failed.kind() == Failure.TIMEOUT || failed.kind() == Failure.UNREACHABLE);
    }

    boolean wasAsked() {
      return !(answer instanceof Answer.Failed failed && failed.kind() == Failure.NOT_ASKED);
    }
  }

  Outcome outcome() {
    Name name = name();
    Answer answer = failed(Failure.TIMEOUT, last);
    Server by = last;
    for (Server server : servers) {
      by = server;
      answer = new Chain(question.type(), server, name).answer();
      if (!(answer instanceof Answer.Failed)) {
        break;
      }
    }
    return new Outcome(answer, by, asked, List.copyOf(words), servers);
  }

  private Name name() {
    try {
      return Name.fromString(question.name().text() + ".");
    } catch (TextParseException e) {
      throw new IllegalArgumentException(question.toString(), e);
    }
  }

  private static Answer failed(Failure kind, Server server) {
    return new Answer.Failed(kind, server.name());
  }

  /** The way to an answer at one server, from alias to alias. */
  private final class Chain {
    private final RecordType type;
    private final Server server;
    private final List<ResourceRecord> aliases = new ArrayList<>();
    private final Set<Name> seen = new HashSet<>();
    private Name at;

    Chain(RecordType type, Server server, Name start) {
      this.type = type;
      this.server = server;
      this.at = start;
      seen.add(start);
    }

    Answer answer() {
      while (true) {
        if (++asked > most) {
          return failed(Failure.NOT_ASKED, server);
        }
        Server.Heard heard = server.ask(at, Records.type(type));
        words.add(new Word(server, heard.isFailure(Failure.TIMEOUT)));
        Optional<Answer> answer = read(heard);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
    }

    private Optional<Answer> read(Server.Heard heard) {
      return heard.said() == null
          ? Optional.of(failed(heard.why(), server))
          : read(new Reply(heard.said()));
    }

    /** What it comes to; empty where the alias that it ends with is still to be asked for. */
    private Optional<Answer> read(Reply reply) {
      Optional<Failure> failure = reply.failure();
      if (failure.isPresent()) {
        return failure.map(kind -> failed(kind, server));
      }
      Name start = at;
      while (true) {
        List<Record> records = reply.records(at, Records.type(type));
        if (!records.isEmpty()) {
          return Optional.of(
              reply.saysThatThereIsNoName() ? failed(Failure.MALFORMED, server) : found(records));
        }
        List<CNAMERecord> next = reply.aliases(at);
        if (next.isEmpty()) {
          return ended(reply, !at.equals(start));
        }
        if (next.size() > 1) {
          return Optional.of(failed(Failure.MALFORMED, server));
        }
        aliases.add(Records.read(RecordType.CNAME, next.get(0)));
        at = next.get(0).getTarget();
        if (!seen.add(at) || aliases.size() > MOST_ALIASES) {
          return Optional.of(failed(Failure.ALIASES, server));
        }
      }
    }

    private Answer found(List<Record> records) {
      return new Answer.Found(
          aliases, records.stream().map(r -> Records.read(type, r)).distinct().toList());
    }

    /** Nothing more is said of the last name of the chain. */
    private Optional<Answer> ended(Reply reply, boolean moved) {
      if (reply.saysThatThereIsNoName()) {
        return Optional.of(new Answer.Absent(Absence.NAME, aliases));
      }
      if (reply.saysThatThereIsNoData(at)) {
        return Optional.of(new Answer.Absent(Absence.DATA, aliases));
      }
      if (moved) {
        return Optional.empty();
      }
      return Optional.of(
          reply
              .emptiness()
              .map(kind -> failed(kind, server))
              .orElseGet(() -> new Answer.Absent(Absence.DATA, aliases)));
    }
  }
}

package dmarcreports.dns.live;

import dmarcreports.dns.Answer;
import dmarcreports.dns.Answer.Absence;
import dmarcreports.dns.Answer.Failure;
import dmarcreports.dns.LookedUp;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;

/**
 * Asks name servers, each question once in a run. One that fails is followed by the next; what the
 * last one made of it is told where all fail. Not for several threads.
 */
public final class LiveLookup implements Lookup {
  /** So many questions are put in a run; one more is not asked. */
  public static final int MOST_QUESTIONS = 10_000;

  /** An alias of an alias of an alias: no more in a row than this are followed. */
  private static final int MOST_ALIASES = 16;

  private final List<Server> servers;
  private final Map<Question, Given> answers = new HashMap<>();
  private final int most;
  private int asked;

  /**
   * @param servers in the order in which they are asked; at least one
   * @param timeout how long one of them may take over a question
   */
  public LiveLookup(List<NameServer> servers, Duration timeout) {
    this(servers, timeout, MOST_QUESTIONS);
  }

  LiveLookup(List<NameServer> servers, Duration timeout, int most) {
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("nobody to ask");
    }
    this.servers = servers.stream().map(one -> new Server(one, timeout)).toList();
    this.most = most;
  }

  /** An answer, and who gave it. */
  private record Given(Answer answer, Server server) {
    boolean isSilence() {
      return answer instanceof Answer.Failed failed
          && (failed.kind() == Failure.TIMEOUT || failed.kind() == Failure.UNREACHABLE);
    }

    boolean wasAsked() {
      return !(answer instanceof Answer.Failed failed && failed.kind() == Failure.NOT_ASKED);
    }
  }

  /**
   * All that was asked so far, and what came; nothing where no server said a word: then nothing is
   * told of DNS, but of the way to it.
   *
   * @param now when that was
   */
  public List<LookedUp> lookedUp(Instant now) {
    if (isUnanswered()) {
      return List.of();
    }
    return answers.entrySet().stream()
        .filter(one -> one.getValue().wasAsked())
        .map(
            one ->
                LookedUp.at(
                    now, one.getKey(), one.getValue().answer(), one.getValue().server().name()))
        .sorted(Comparator.comparing(LookedUp::question))
        .toList();
  }

  /** Whether questions were left unasked, because a run may not ask more. */
  public boolean isExhausted() {
    return asked > most;
  }

  /** Whether questions were asked, and no server said a word. */
  public boolean isUnanswered() {
    return !answers.isEmpty() && answers.values().stream().allMatch(Given::isSilence);
  }

  @Override
  public Answer answer(Question question) {
    Given known = answers.get(question);
    if (known == null) {
      known = asked(question);
      answers.put(question, known);
    }
    return known.answer();
  }

  private Given asked(Question question) {
    Name name;
    try {
      name = Name.fromString(question.name().text() + ".");
    } catch (TextParseException e) {
      throw new IllegalArgumentException(question.toString(), e);
    }
    Server last = servers.get(servers.size() - 1);
    Given given = new Given(failed(Failure.TIMEOUT, last), last);
    for (Server server : servers) {
      if (!server.isGivenUp()) {
        given = new Given(new Chain(question.type(), server, name).answer(), server);
        if (!(given.answer() instanceof Answer.Failed)) {
          return given;
        }
      }
    }
    return given;
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

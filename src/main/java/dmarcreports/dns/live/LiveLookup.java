package dmarcreports.dns.live;

import dmarcreports.dns.Answer;
import dmarcreports.dns.LookedUp;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.live.Inquiry.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks name servers, each question once in a run. One that fails is followed by the next; what the
 * last one made of it is told where all fail. What is expected is asked several at a time, and
 * counts when its turn comes: the answers are those of one at a time. Not for several threads.
 */
public final class LiveLookup implements Lookup {
  /** So many questions are put in a run; one more is not asked. */
  public static final int MOST_QUESTIONS = 10_000;

  private final List<Server> servers;
  private final Map<Question, Outcome> answers = new HashMap<>();
  private final Map<Question, Outcome> ahead = new HashMap<>();
  private final int most;
  private int asked;
  private int askedAhead;

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
    return !answers.isEmpty() && answers.values().stream().allMatch(Outcome::isSilence);
  }

  @Override
  public Answer answer(Question question) {
    Outcome known = answers.get(question);
    if (known == null) {
      known = settled(question);
      answers.put(question, known);
    }
    return known.answer();
  }

  /** Its turn has come: what came of it counts, for the servers and for the number of questions. */
  private Outcome settled(Question question) {
    Outcome early = ahead.remove(question);
    if (early != null) {
      askedAhead -= early.asked();
      asked += early.asked();
    }
    Outcome outcome = early;
    if (outcome == null || !outcome.servers().equals(open())) {
      outcome = inquiry(question, most - asked - askedAhead).outcome();
      asked += outcome.asked();
    }
    outcome.words().forEach(word -> word.server().note(word.silent()));
    return outcome;
  }

  private Inquiry inquiry(Question question, int most) {
    return new Inquiry(question, open(), servers.get(servers.size() - 1), most);
  }

  private List<Server> open() {
    return servers.stream().filter(server -> !server.isGivenUp()).toList();
  }

  @Override
  public void expect(List<Question> questions) {
    int longest = servers.size() * Inquiry.MOST_OF_A_SERVER;
    int room = (most - asked - askedAhead) / longest;
    List<Question> fresh =
        questions.stream()
            .distinct()
            .filter(question -> !answers.containsKey(question) && !ahead.containsKey(question))
            .limit(Math.max(0, room))
            .toList();
    if (fresh.size() > 1 && !open().isEmpty()) {
      Map<Question, Outcome> came =
          new Ahead(question -> inquiry(question, longest)).outcomes(fresh);
      came.values().forEach(outcome -> askedAhead += outcome.asked());
      ahead.putAll(came);
    }
  }
}

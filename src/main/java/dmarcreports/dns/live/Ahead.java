package dmarcreports.dns.live;

import dmarcreports.dns.Question;
import dmarcreports.dns.live.Inquiry.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Several questions on their way at once. Ends early where a server stays silent as often in a row
 * as one is asked: what is left is asked in turn, without it.
 */
final class Ahead {
  /** So many questions are on their way at a time. */
  static final int AT_ONCE = 8;

  private final Function<Question, Inquiry> inquiries;
  private final Map<Server, Integer> silences = new HashMap<>();

  Ahead(Function<Question, Inquiry> inquiries) {
    this.inquiries = inquiries;
  }

  private record Flying(Question question, CompletableFuture<Outcome> outcome) {}

  /** What came, in the order of the questions; not of all of them, where it ends early. */
  Map<Question, Outcome> outcomes(List<Question> questions) {
    Map<Question, Outcome> outcomes = new LinkedHashMap<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(AT_ONCE, questions.size()), Ahead::thread);
    try {
      Deque<Flying> flying = new ArrayDeque<>();
      Iterator<Question> next = questions.iterator();
      while (true) {
        while (flying.size() < AT_ONCE && next.hasNext() && !isAnySilent()) {
          Question question = next.next();
          Inquiry inquiry = inquiries.apply(question);
          flying.add(
              new Flying(question, CompletableFuture.supplyAsync(inquiry::outcome, threads)));
        }
        if (flying.isEmpty()) {
          return outcomes;
        }
        Flying oldest = flying.remove();
        Outcome outcome = oldest.outcome.join();
        outcomes.put(oldest.question, outcome);
        outcome.words().forEach(this::note);
      }
    } finally {
      threads.shutdown();
    }
  }

  private void note(Inquiry.Word word) {
    int before = silences.getOrDefault(word.server(), word.server().silences());
    silences.put(word.server(), word.silent() ? before + 1 : 0);
  }

  private boolean isAnySilent() {
    return silences.values().stream().anyMatch(n -> n >= Server.MOST_SILENCES);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "dns");
    thread.setDaemon(true);
    return thread;
  }
}

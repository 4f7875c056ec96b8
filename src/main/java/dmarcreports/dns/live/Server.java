package dmarcreports.dns.live;

import dmarcreports.dns.Answer.Failure;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.WireParseException;

/**
 * One name server, asked over UDP, and over TCP where its answer does not fit, by any number of
 * threads. One that stays silent again and again is not asked any more; what of that is noted is
 * the matter of one thread.
 */
final class Server {
  /** What passes everywhere in one piece (DNS flag day 2020). */
  private static final int UDP_BYTES = 1232;

  private static final int TRIES = 2;

  /** So many questions in a row it may leave unanswered. */
  static final int MOST_SILENCES = 5;

  private static final int NO_EDNS = -1;

  private final NameServer at;
  private final Duration timeout;
  private int silences;

  Server(NameServer at, Duration timeout) {
    this.at = at;
    this.timeout = timeout;
  }

  String name() {
    return at.shown();
  }

  /** Whether it left so many questions in a row unanswered that it is asked none any more. */
  boolean isGivenUp() {
    return silences >= MOST_SILENCES;
  }

  /** What it says, or why nothing can be told of it. */
  Heard ask(Name name, int type) {
    Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
    return askTwice(query);
  }

  /** Notes, in the order in which they count, whether it left a question unanswered. */
  void note(boolean silent) {
    silences = silent ? silences + 1 : 0;
  }

  /** How many questions in a row it left unanswered. */
  int silences() {
    return silences;
  }

  /** A packet may be lost on the way: within its time it is sent twice. */
  private Heard askTwice(Message query) {
    Duration each = timeout.dividedBy(TRIES);
    Heard heard = overUdp(query, each);
    for (int again = 1; again < TRIES && heard.isWorthAnotherTry(); again++) {
      heard = overUdp(query, each);
    }
    return heard;
  }

  private Heard overUdp(Message query, Duration time) {
    SimpleResolver resolver = resolver(time);
    Heard heard = send(resolver, query, time);
    if (heard.isAgainstEdns()) {
      resolver.setEDNS(NO_EDNS);
      heard = send(resolver, query, time);
    }
    return heard.isCut() ? overTcp(query) : heard;
  }

  /** The whole of what was cut; that it cannot be had tells no more than that. */
  private Heard overTcp(Message query) {
    SimpleResolver resolver = resolver(timeout);
    resolver.setTCP(true);
    Heard whole = send(resolver, query, timeout);
    return whole.isFailure() || whole.isCut() ? Heard.nothing(Failure.TRUNCATED) : whole;
  }

  private SimpleResolver resolver(Duration time) {
    SimpleResolver resolver = new SimpleResolver(at.address());
    resolver.setIgnoreTruncation(true);
    resolver.setEDNS(0, UDP_BYTES, 0, List.of());
    resolver.setTimeout(time);
    return resolver;
  }

  private static Heard send(SimpleResolver resolver, Message query, Duration time) {
    try {
      return Heard.message(
          resolver
              .sendAsync(query)
              .toCompletableFuture()
              .orTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
              .join());
    } catch (CompletionException e) {
      return Heard.nothing(failure(e.getCause()));
    }
  }

  private static Failure failure(@Nullable Throwable cause) {
    if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
      return Failure.TIMEOUT;
    }
    return cause instanceof IOException && !(cause instanceof WireParseException)
        ? Failure.UNREACHABLE
        : Failure.MALFORMED;
  }

  /** A message, or none. */
  record Heard(@Nullable Message said, @Nullable Failure failed) {
    static Heard message(Message message) {
      return new Heard(message, null);
    }

    static Heard nothing(Failure why) {
      return new Heard(null, why);
    }

    Failure why() {
      return failed == null ? Failure.MALFORMED : failed;
    }

    boolean isFailure() {
      return failed != null;
    }

    boolean isFailure(Failure kind) {
      return failed == kind;
    }

    boolean isWorthAnotherTry() {
      return failed == Failure.TIMEOUT || failed == Failure.MALFORMED;
    }

    /** A server of the time before RFC 6891. */
    boolean isAgainstEdns() {
      int rcode = said == null ? Rcode.NOERROR : said.getRcode();
      return rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP || rcode == Rcode.BADVERS;
    }

    boolean isCut() {
      return said != null && said.getHeader().getFlag(Flags.TC);
    }
  }
}

package dmarcreports.delivery;

import dmarcreports.mailbox.server.Failures;
import dmarcreports.mailbox.server.ServerAccess;
import dmarcreports.mailbox.server.TrustedAuthority;
import dmarcreports.stored.Message;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to a webhook. What may pass over is tried again, under the same name, a few times and for a
 * minute or two at most.
 */
public final class WebhookCourier implements Courier {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(2));
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final int TOO_MANY = 429;
  private static final int GONE = 410;

  private final Webhook webhook;
  private final Optional<String> secret;
  private final String agent;
  private final Duration silence;
  private final HttpClient client;

  /**
   * @param secret that what is posted is signed with
   * @param agent what this program calls itself
   * @throws IOException where the certificates of whom to trust cannot be read
   */
  public WebhookCourier(Webhook webhook, ServerAccess access, Optional<String> secret, String agent)
      throws IOException {
    this.webhook = webhook;
    this.secret = secret;
    this.agent = agent;
    silence = access.silence().compareTo(LONGEST_ANSWER) < 0 ? access.silence() : LONGEST_ANSWER;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(silence);
    if (access.authority().isPresent()) {
      builder.sslContext(TrustedAuthority.context(access.authority().get()));
    }
    client = builder.build();
  }

  private enum Outcome {
    ACCEPTED,
    /** It may pass over. */
    NOT_NOW,
    /** It would be the same with every message. */
    REFUSES_ALL,
    /** Another message may be taken. */
    REFUSES_THIS
  }

  /** What came of one attempt, why, and how long to wait before another. */
  private record Attempt(Outcome outcome, String why, Duration pause) {
    Attempt(Outcome outcome, String why) {
      this(outcome, why, Duration.ZERO);
    }
  }

  @Override
  public void deliver(Message message, Optional<Attachment> page) throws NotDelivered {
    Attempt attempt = attempt(message);
    for (int again = 0; attempt.outcome == Outcome.NOT_NOW && again < PAUSES.size(); again++) {
      Duration pause = PAUSES.get(again);
      pause(attempt.pause.compareTo(pause) > 0 ? attempt.pause : pause);
      attempt = attempt(message);
    }
    if (attempt.outcome != Outcome.ACCEPTED) {
      throw new NotDelivered(attempt.why, attempt.outcome != Outcome.REFUSES_THIS, null);
    }
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Attempt attempt(Message message) {
    try {
      return judged(
          client
              .sendAsync(request(message), head -> new Answer())
              .orTimeout(2 * silence.toMillis(), TimeUnit.MILLISECONDS)
              .join());
    } catch (CompletionException e) {
      Optional<String> distrust = Failures.certificate(e);
      boolean silent = e.getCause() instanceof TimeoutException;
      return new Attempt(
          distrust.isPresent() ? Outcome.REFUSES_ALL : Outcome.NOT_NOW,
          distrust.orElseGet(() -> silent ? "does not answer" : Failures.inWords(e)));
    }
  }

  private HttpRequest request(Message message) {
    long second = Instant.now().getEpochSecond();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhook.url())
            .timeout(silence)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", agent)
            .header("X-Dmarc-Reports-Delivery", message.name())
            .header("X-Dmarc-Reports-Timestamp", Long.toString(second));
    secret.ifPresent(
        key ->
            request.header("X-Dmarc-Reports-Signature", Signature.of(key, second, message.body())));
    return request
        .POST(HttpRequest.BodyPublishers.ofString(message.body(), StandardCharsets.UTF_8))
        .build();
  }

  private static Attempt judged(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new Attempt(Outcome.ACCEPTED, "");
    }
    if (status / 100 == 3) {
      return new Attempt(
          Outcome.REFUSES_ALL,
          "answers " + status + ", that it is elsewhere now; give the URL that holds");
    }
    String said = response.body().lines().findFirst().map(String::strip).orElse("");
    String why = "answers " + status + (said.isEmpty() ? "" : " (" + said + ")");
    if (status == TOO_MANY || status / 100 == 5) {
      return new Attempt(Outcome.NOT_NOW, why, wanted(response));
    }
    return status == 404 || status == GONE || status == 401 || status == 403
        ? new Attempt(Outcome.REFUSES_ALL, why + "; is the URL still that of the webhook?")
        : new Attempt(
            Outcome.REFUSES_THIS,
            why + "; is the webhook one that takes this shape (slack+, teams+)?");
  }

  /** The pause that a server asks for, as far as it is reasonable. */
  private static Duration wanted(HttpResponse<String> response) {
    Duration asked =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(Duration.ZERO);
    return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
  }

  @Override
  public void close() {
    // connections end with the process
  }
}

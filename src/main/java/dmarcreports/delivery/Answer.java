package dmarcreports.delivery;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The beginning of what a server answers; the rest, however long, is not waited for. */
final class Answer implements HttpResponse.BodySubscriber<String> {
  private static final int MOST_BYTES = 200;

  private final CompletableFuture<String> whole = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private Flow.Subscription subscription;

  @Override
  public CompletionStage<String> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription made) {
    subscription = made;
    made.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (ByteBuffer piece : pieces) {
      byte[] bytes = new byte[Math.min(piece.remaining(), MOST_BYTES)];
      piece.get(bytes);
      text.append(new String(bytes, StandardCharsets.US_ASCII));
    }
    if (text.length() >= MOST_BYTES) {
      subscription.cancel();
      onComplete();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onError(Throwable lost) {
    // the status has come, and decides
    onComplete();
  }

  @Override
  public void onComplete() {
    text.setLength(Math.min(text.length(), MOST_BYTES));
    whole.complete(text.toString());
  }
}

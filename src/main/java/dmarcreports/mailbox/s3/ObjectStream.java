package dmarcreports.mailbox.s3;

import dmarcreports.mailbox.NotFetched;
import dmarcreports.mailbox.server.Failures;
import dmarcreports.mailbox.server.Pauses;
import dmarcreports.mailbox.server.Unreachable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The bytes of an object. Where the connection is lost, another goes on from there. */
final class ObjectStream extends InputStream {
  private final S3Session session;
  private final S3Object object;
  private final Consumer<Unreachable> lost;
  private final Pauses pauses;
  private Optional<ResponseInputStream<GetObjectResponse>> stream = Optional.empty();
  private long at;
  private long length = -1;
  private boolean ended;

  /**
   * @param lost is told when the store cannot be asked any more
   * @throws IOException where the object cannot be had
   */
  ObjectStream(S3Session session, S3Object object, Consumer<Unreachable> lost) throws IOException {
    this.session = session;
    this.object = object;
    this.lost = lost;
    pauses = session.pauses();
    connect();
  }

  private ResponseInputStream<GetObjectResponse> connect() throws IOException {
    if (stream.isEmpty()) {
      GetObjectRequest.Builder request =
          GetObjectRequest.builder()
              .bucket(object.place().bucket())
              .key(object.place().key())
              .ifMatch(object.tag().isEmpty() ? null : object.tag())
              .requestPayer(session.payer());
      if (at > 0) {
        request.range("bytes=" + at + "-");
      }
      ResponseInputStream<GetObjectResponse> opened = asked(request.build());
      stream = Optional.of(opened);
      GetObjectResponse response = opened.response();
      if (at == 0) {
        object.read(Optional.ofNullable(response.versionId()));
        length = response.contentLength() == null ? -1 : response.contentLength();
      } else if (response.contentRange() == null) {
        opened.skipNBytes(at);
      }
    }
    return stream.get();
  }

  private ResponseInputStream<GetObjectResponse> asked(GetObjectRequest request)
      throws IOException {
    try {
      return session.ask(object.place(), "s3:GetObject", store -> store.getObject(request));
    } catch (Unreachable e) {
      throw lost(e);
    }
  }

  private NotFetched lost(Unreachable e) {
    lost.accept(e);
    return new NotFetched(e.getMessage());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    while (!ended) {
      Optional<IOException> cut = Optional.empty();
      ResponseInputStream<GetObjectResponse> connected = connect();
      try {
        int got = connected.read(bytes, from, count);
        if (got >= 0) {
          at += got;
          pauses.end();
          return got;
        }
        if (at >= length) {
          ended = true;
        }
      } catch (SdkException e) {
        throw new IOException("was damaged on its way: " + e.getMessage(), e);
      } catch (IOException e) {
        cut = Optional.of(e);
        ended = length >= 0 && at >= length;
      }
      if (!ended) {
        abort();
        if (!pauses.passed()) {
          throw lost(new Unreachable(cut.map(Failures::inWords).orElse("the connection was lost")));
        }
      }
    }
    return -1;
  }

  private void abort() {
    stream.ifPresent(ResponseInputStream::abort);
    stream = Optional.empty();
  }

  @Override
  public void close() throws IOException {
    if (ended && stream.isPresent()) {
      stream.get().close();
    } else {
      abort();
    }
  }
}

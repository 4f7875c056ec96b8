package dmarcreports.mailbox.s3;

import dmarcreports.mailbox.server.Pauses;
import dmarcreports.mailbox.server.ServerAccess;
import dmarcreports.mailbox.server.TrustedAuthority;
import dmarcreports.mailbox.server.Unreachable;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.RequestPayer;

/** What is asked of a store, by any number of threads; it is made when it is asked first. */
final class S3Session implements AutoCloseable {
  private final ServerAccess access;
  private Optional<S3Client> client = Optional.empty();

  S3Session(ServerAccess access) {
    this.access = access;
  }

  /** What is asked, which can be asked again. */
  interface Request<T> {
    T of(S3Client store);
  }

  /**
   * Asks, as often as it takes.
   *
   * @param place what is asked about
   * @param permissions what the user needs to have been granted
   * @throws dmarcreports.mailbox.server.Unreachable where nothing else need be asked either
   */
  <T> T ask(S3Place place, String permissions, Request<T> request) throws IOException {
    Pauses pauses = pauses();
    while (true) {
      try {
        return request.of(client());
      } catch (SdkException e) {
        if (!S3Failure.passes(e) || !pauses.passed()) {
          throw S3Failure.of(e, place, permissions);
        }
      }
    }
  }

  Pauses pauses() {
    return new Pauses(access.patience());
  }

  /** Who pays; null where that is not said. */
  RequestPayer payer() {
    return access.objects().requesterPays() ? RequestPayer.REQUESTER : null;
  }

  private synchronized S3Client client() throws IOException {
    if (client.isEmpty()) {
      if (access.objects().isClearText() && !access.clearText()) {
        throw new Unreachable(
            "would be read in clear text; use https://, or --insecure-clear-text where you must");
      }
      UrlConnectionHttpClient.Builder http =
          UrlConnectionHttpClient.builder()
              .socketTimeout(access.silence())
              .connectionTimeout(access.silence());
      if (access.authority().isPresent()) {
        TrustManager[] trusted = TrustedAuthority.managers(access.authority().get());
        http.tlsTrustManagersProvider(() -> trusted);
      }
      S3ClientBuilder builder =
          S3Client.builder()
              .httpClientBuilder(http)
              .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
              .overrideConfiguration(all -> all.retryStrategy(RetryMode.ADAPTIVE_V2));
      access
          .objects()
          .endpoint()
          .ifPresent(uri -> builder.endpointOverride(uri).forcePathStyle(true).region(region()));
      client = Optional.of(builder.build());
    }
    return client.get();
  }

  /** What a store other than Amazon's is told, which most of them ignore. */
  private static Region region() {
    try {
      return new AwsRegionProviderChain(
              new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
          .getRegion();
    } catch (SdkClientException none) {
      return Region.US_EAST_1;
    }
  }

  @Override
  public synchronized void close() {
    client.ifPresent(S3Client::close);
    client = Optional.empty();
  }
}

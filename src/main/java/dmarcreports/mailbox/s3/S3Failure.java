package dmarcreports.mailbox.s3;

import dmarcreports.mailbox.Changed;
import dmarcreports.mailbox.server.Failures;
import dmarcreports.mailbox.server.Refused;
import dmarcreports.mailbox.server.Unreachable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a store answers, or why it does not, in words. */
final class S3Failure {
  private static final Set<String> WRONG_REGION =
      Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraint");
  private static final Set<String> WRONG_CREDENTIALS =
      Set.of(
          "ExpiredToken",
          "InvalidAccessKeyId",
          "InvalidToken",
          "SignatureDoesNotMatch",
          "TokenRefreshRequired");
  private static final Pattern EXPECTED = Pattern.compile("expecting '([a-z0-9-]+)'");
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CHANGED = 412;
  private static final int REDIRECT = 301;
  private static final int SERVER = 500;

  private S3Failure() {}

  /** Whether another attempt may end otherwise. */
  static boolean passes(SdkException e) {
    if (e instanceof AwsServiceException answer) {
      return answer.isThrottlingException() || answer.statusCode() >= SERVER;
    }
    return unasked(e).isEmpty();
  }

  /**
   * What is wrong.
   *
   * @param place what was asked about
   * @param permissions what the user needs to have been granted
   */
  static IOException of(SdkException e, S3Place place, String permissions) {
    if (!(e instanceof AwsServiceException answer)) {
      return new Unreachable(unasked(e).orElseGet(() -> Failures.inWords(e)), e);
    }
    String code = code(answer);
    int status = answer.statusCode();
    if (passes(e)) {
      return new Unreachable(
          answer.isThrottlingException()
              ? "asks to be asked less often (" + code + "); try fewer --jobs or a longer --wait"
              : "does not work at the moment (" + code + "); run again",
          e);
    }
    if (code.equals("NoSuchBucket")) {
      return new Unreachable(
          "there is no such bucket; check its name, and --s3-endpoint where the store is not"
              + " Amazon's",
          e);
    }
    if (WRONG_REGION.contains(code) || status == REDIRECT) {
      String region = region(answer).orElse("REGION");
      return new Unreachable("lies in another region; set AWS_REGION=" + region, e);
    }
    if (WRONG_CREDENTIALS.contains(code)) {
      return new Unreachable(
          "refuses the credentials ("
              + code
              + "); check AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or log in"
              + " again (aws sso login)",
          e);
    }
    if (code.equals("InvalidObjectState")) {
      return new Refused(
          "lies in an archive (a Glacier class); have it restored (aws s3api restore-object), and"
              + " run again",
          e);
    }
    if (status == NOT_FOUND) {
      return new NoSuchFileException(place.toString());
    }
    if (status == CHANGED) {
      return new Changed();
    }
    return status == FORBIDDEN
        ? new Refused("access denied; " + grant(answer, permissions) + ", and run again", e)
        : new Refused("the store refuses it: " + code + said(answer), e);
  }

  private static String grant(AwsServiceException answer, String permissions) {
    return said(answer).toLowerCase(Locale.ROOT).contains("kms")
        ? "grant kms:Decrypt on the key that it is encrypted with"
        : "grant " + permissions;
  }

  private static String said(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(AwsErrorDetails::errorMessage)
        .map(text -> ": " + text)
        .orElse("");
  }

  private static String code(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElse("HTTP " + answer.statusCode());
  }

  private static Optional<String> region(AwsServiceException answer) {
    Optional<String> header =
        Optional.ofNullable(answer.awsErrorDetails())
            .map(AwsErrorDetails::sdkHttpResponse)
            .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"));
    Matcher expected = EXPECTED.matcher(said(answer));
    return header.isEmpty() && expected.find() ? Optional.of(expected.group(1)) : header;
  }

  /** Why nothing could be asked, and could not be another time. */
  private static Optional<String> unasked(SdkException e) {
    String said = String.valueOf(e.getMessage());
    if (said.contains("Unable to load credentials")) {
      return Optional.of(
          "no credentials; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
              + " log in (aws sso login)");
    }
    if (said.contains("Unable to load region")) {
      return Optional.of("no region; set AWS_REGION, or AWS_PROFILE to a profile that has one");
    }
    Optional<String> distrust = Failures.certificate(e);
    return distrust.isPresent() || isOfTheConnection(e) ? distrust : Optional.of(firstLine(said));
  }

  private static String firstLine(String said) {
    return said.lines().findFirst().orElse("");
  }

  private static boolean isOfTheConnection(SdkException e) {
    return Stream.<Throwable>iterate(e, one -> one != null, Throwable::getCause)
        .anyMatch(IOException.class::isInstance);
  }
}

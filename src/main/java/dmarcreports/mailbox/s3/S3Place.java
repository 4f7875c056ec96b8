package dmarcreports.mailbox.s3;

import dmarcreports.mailbox.server.Address;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where an object lies, or all objects whose keys begin alike: {@code s3://bucket/key}.
 *
 * @param key or how keys begin
 */
public record S3Place(String bucket, String key) {
  private static final String SCHEME = "s3://";
  private static final Pattern FORM =
      Pattern.compile("s3://([A-Za-z0-9][A-Za-z0-9._-]*)(?:/(.*))?");

  /** Whether a text begins as one does. */
  public static boolean isOne(String text) {
    return text.startsWith(SCHEME);
  }

  /**
   * The place that a text names.
   *
   * @throws IllegalArgumentException where it names none, saying so without what may be a secret
   */
  public static S3Place parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          SCHEME
              + ": name the bucket, s3://bucket/prefix; credentials come from AWS_PROFILE, or from"
              + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, never from a URL");
    }
    String key = parts.group(2) == null ? "" : parts.group(2);
    return new S3Place(parts.group(1), Address.decoded(key));
  }

  /** Another object of the bucket. */
  S3Place with(String other) {
    return new S3Place(bucket, other);
  }

  /** Where an object goes whose key begins as this place says. */
  S3Place under(String prefix, String moved) {
    int directory = key.lastIndexOf('/') + 1;
    return with(directory(prefix) + moved.substring(directory));
  }

  /** How keys below a directory begin. */
  static String directory(String prefix) {
    return prefix.endsWith("/") ? prefix : prefix + "/";
  }

  /** The whole of it, as {@link #parse} reads it. */
  @Override
  public String toString() {
    return SCHEME
        + bucket
        + "/"
        + Arrays.stream(key.split("/", -1)).map(Address::encoded).collect(Collectors.joining("/"));
  }
}

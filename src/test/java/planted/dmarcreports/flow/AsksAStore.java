package planted.dmarcreports.flow;

import software.amazon.awssdk.services.s3.S3Client;

/** Breaks a rule of the house. */
public final class AsksAStore {
  private AsksAStore() {}

  static Class<?> broken() {
    return S3Client.class;
  }
}

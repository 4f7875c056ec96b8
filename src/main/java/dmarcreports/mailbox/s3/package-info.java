/**
 * Buckets of S3 and of stores that speak as it does. An {@code S3Mailbox} has one {@code S3Visit},
 * whose {@code UnreadObjects} list what was not read yet, page by page; {@code ObjectStream} is the
 * bytes of an object, {@code S3Disposal} remembers them, and has an {@code S3Mover} move and delete
 * them. All of it asks through one {@code S3Session}, whose failures {@code S3Failure} puts in
 * words. Start at {@link dmarcreports.mailbox.s3.S3Mailbox}.
 */
package dmarcreports.mailbox.s3;

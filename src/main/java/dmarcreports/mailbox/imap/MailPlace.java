package dmarcreports.mailbox.imap;

import dmarcreports.mailbox.server.Address;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a mail lies, as a URL (RFC 5092) names it.
 *
 * @param folder of the mail
 * @param validity the UIDVALIDITY of the folder
 */
public record MailPlace(Address folder, long validity, long uid) {
  private static final Pattern FORM =
      Pattern.compile("(imaps?://.*);UIDVALIDITY=([0-9]{1,10})/;UID=([0-9]{1,10})");

  /** The mail that a text names; empty where it names none. */
  public static Optional<MailPlace> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new MailPlace(
                Address.parse(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return folder + ";UIDVALIDITY=" + validity + "/;UID=" + uid;
  }
}

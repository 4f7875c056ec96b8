package dmarcreports.analysis.sender;

/**
 * A record that a service asks its customers to publish. {@code {domain}} in it stands for the
 * customer's domain, any other word in braces for what only the service, or the customer, knows.
 *
 * @param text in master-file form
 */
public record SetupRecord(String text) {

  /** Whether it holds text, and is no alias and no reference to a server. */
  public boolean isTxt() {
    return text.split(" ", 3)[1].equals("TXT");
  }
}

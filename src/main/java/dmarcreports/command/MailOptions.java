package dmarcreports.command;

import dmarcreports.mailbox.server.ObjectStore;
import dmarcreports.mailbox.server.SecretSources;
import dmarcreports.mailbox.server.ServerAccess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how mailboxes on servers are reached. */
final class MailOptions {
  private static final String PASSWORD = "DMARC_REPORTS_MAIL_PASSWORD";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "Holds the password of the mail account in its first line; nobody else may read it."
              + " A password is also taken from DMARC_REPORTS_MAIL_PASSWORD, or asked for on a"
              + " terminal; never from a URL or an option.")
  private Path passwordFile;

  @Option(
      names = "--password-command",
      paramLabel = "CMD",
      description =
          "Prints the password: 'pass show rua'. It finds DMARC_REPORTS_MAIL_USER and"
              + " DMARC_REPORTS_MAIL_HOST in its environment.")
  private String passwordCommand;

  @Option(
      names = "--netrc",
      paramLabel = "FILE",
      description = "Holds the passwords of several accounts, written as in ~/.netrc.")
  private Path netrc;

  @Option(
      names = "--token-command",
      paramLabel = "CMD",
      description =
          "Prints an OAuth 2.0 access token, for Microsoft 365 and Google; run again whenever a"
              + " connection is made.")
  private String tokenCommand;

  @Option(
      names = "--tls-ca",
      paramLabel = "FILE",
      description =
          "Certificates (PEM) of the authorities to trust, in the place of the usual ones. The"
              + " certificate of a server is always checked.")
  private Path authority;

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      converter = Endpoint.class,
      description =
          "A store of s3://bucket/prefix other than Amazon's: https://host:port. Credentials and"
              + " region come from where the AWS tools have them: AWS_PROFILE, AWS_ACCESS_KEY_ID,"
              + " AWS_REGION, aws sso login, or the role of the machine.")
  private URI endpoint;

  @Option(
      names = "--s3-requester-pays",
      description = "Agree to pay for reading the bucket of somebody else.")
  private boolean requesterPays;

  @Option(
      names = "--insecure-clear-text",
      description =
          "Send the password in clear text where imap:// or pop3:// offers no STARTTLS. To this"
              + " machine itself it is sent without that.")
  private boolean clearText;

  /**
   * How servers are reached.
   *
   * @param silence how long one may say nothing
   */
  ServerAccess access(Shell shell, Options options, Duration silence) {
    Consumer<String> notes = options.quiet() ? line -> {} : shell::error;
    return new ServerAccess(
        new SecretSources(
            new SecretSources.Named(
                Optional.ofNullable(tokenCommand),
                Optional.ofNullable(passwordCommand),
                Optional.ofNullable(passwordFile),
                Optional.ofNullable(netrc)),
            Optional.ofNullable(shell.environment().get(PASSWORD)).filter(one -> !one.isEmpty()),
            shell::askSecret),
        Optional.ofNullable(authority),
        clearText,
        new ObjectStore(Optional.ofNullable(endpoint), requesterPays),
        silence,
        options.patience(),
        notes);
  }

  /** The URL of a store. */
  static final class Endpoint implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
      try {
        return ObjectStore.endpoint(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}

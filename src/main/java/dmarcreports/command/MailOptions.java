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
  private static final String SENDING_PASSWORD = "DMARC_REPORTS_SMTP_PASSWORD";
  private static final SecretSources.Named NONE =
      new SecretSources.Named(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password_file")
  private Path passwordFile;

  @Option(
      names = "--password-command",
      paramLabel = "CMD",
      descriptionKey = "option.password_command")
  private String passwordCommand;

  @Option(names = "--netrc", paramLabel = "FILE", descriptionKey = "option.netrc")
  private Path netrc;

  @Option(names = "--token-command", paramLabel = "CMD", descriptionKey = "option.token_command")
  private String tokenCommand;

  @Option(names = "--tls-ca", paramLabel = "FILE", descriptionKey = "option.tls_ca")
  private Path authority;

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      converter = Endpoint.class,
      descriptionKey = "option.s3_endpoint")
  private URI endpoint;

  @Option(names = "--s3-requester-pays", descriptionKey = "option.s3_requester_pays")
  private boolean requesterPays;

  @Option(names = "--insecure-clear-text", descriptionKey = "option.insecure_clear_text")
  private boolean clearText;

  /**
   * How servers are reached.
   *
   * @param silence how long one may say nothing
   */
  ServerAccess access(Shell shell, Options options, Duration silence) {
    return access(
        shell,
        options,
        silence,
        new SecretSources.Named(
            Optional.ofNullable(tokenCommand),
            Optional.ofNullable(passwordCommand),
            Optional.ofNullable(passwordFile),
            Optional.ofNullable(netrc)),
        variable(shell, PASSWORD));
  }

  /**
   * The same for servers that mail is sent over, which may have a password of their own.
   *
   * @param silence how long one may say nothing
   */
  ServerAccess sending(Shell shell, Options options, Duration silence) {
    Optional<String> own = variable(shell, SENDING_PASSWORD);
    return own.isEmpty()
        ? access(shell, options, silence)
        : access(shell, options, silence, NONE, own);
  }

  private static Optional<String> variable(Shell shell, String name) {
    return Optional.ofNullable(shell.environment().get(name)).filter(one -> !one.isEmpty());
  }

  private ServerAccess access(
      Shell shell,
      Options options,
      Duration silence,
      SecretSources.Named named,
      Optional<String> environment) {
    Consumer<String> notes = options.quiet() ? line -> {} : shell::error;
    return new ServerAccess(
        new SecretSources(named, environment, shell::askSecret),
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

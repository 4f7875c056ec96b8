package dmarcreports.command;

import dmarcreports.delivery.MailReceiver;
import dmarcreports.delivery.Webhook;
import dmarcreports.flow.Sending;
import dmarcreports.mailbox.server.Address;
import dmarcreports.mailbox.server.ServerAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say to whom the digest is sent. */
final class DeliveryOptions {
  private static final String HERE = "smtp://localhost:25";
  private static final String SECRET = "DMARC_REPORTS_WEBHOOK_SECRET";

  @Option(
      names = "--mail-to",
      paramLabel = "ADDRESS",
      hideParamSyntax = true,
      split = "[,\\s]+",
      descriptionKey = "option.mail_to")
  private List<String> mailTo = List.of();

  @Option(names = "--smtp", paramLabel = "URL", defaultValue = HERE, descriptionKey = "option.smtp")
  private String smtp;

  @Option(names = "--mail-from", paramLabel = "ADDRESS", descriptionKey = "option.mail_from")
  private @Nullable String mailFrom;

  @Option(names = "--attach-page", descriptionKey = "option.attach_page")
  private boolean attachPage;

  @Option(names = "--only-news", descriptionKey = "option.only_news")
  private boolean onlyNews;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      hideParamSyntax = true,
      split = "\\s+",
      descriptionKey = "option.webhook")
  private List<String> webhooks = List.of();

  /** What they say; wrong usage where it is no address, or no URL. */
  Sending sending(CommandLine command, Shell shell, ServerAccess servers) {
    Map<String, String> environment = shell.environment();
    if (mailTo.isEmpty() && (attachPage || mailFrom != null || !smtp.equals(HERE))) {
      throw new ParameterException(
          command, "--smtp, --mail-from and --attach-page are about mail; say to whom: --mail-to");
    }
    Address server = read(command, "--smtp", smtp, Address::submission);
    return new Sending(
        all(command, "--mail-to", mailTo, MailReceiver::parse),
        mailFrom == null
            ? MailReceiver.ofUser(server.user())
            : Optional.of(read(command, "--mail-from", mailFrom, MailReceiver::parse)),
        server,
        all(command, "--webhook", webhooks, one -> Webhook.parse(one, servers.clearText())),
        attachPage,
        onlyNews,
        servers,
        Optional.ofNullable(environment.get(SECRET)).filter(one -> !one.isEmpty()),
        "dmarc-reports/" + Version.number());
  }

  private static <T> List<T> all(
      CommandLine command, String option, List<String> texts, Function<String, T> parse) {
    return texts.stream()
        .filter(one -> !one.isEmpty())
        .map(one -> read(command, option, one, parse))
        .distinct()
        .toList();
  }

  private static <T> T read(
      CommandLine command, String option, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, option + ": " + e.getMessage(), e);
    }
  }
}

package dmarcreports.mailbox.server;

import dmarcreports.file.FileFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Secrets out of what the user named: the first of a command for tokens, a command, a file, a file
 * for many accounts, the environment, and whoever sits at the terminal.
 */
public final class SecretSources implements Secrets {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Named named;
  private final Optional<String> environment;
  private final Function<String, Optional<String>> terminal;
  private final Map<String, String> typed = new ConcurrentHashMap<>();

  /**
   * @param environment a password in the environment
   * @param terminal asks whoever sits there, with a prompt; empty where nobody does
   */
  public SecretSources(
      Named named, Optional<String> environment, Function<String, Optional<String>> terminal) {
    this.named = named;
    this.environment = environment;
    this.terminal = terminal;
  }

  /**
   * What options name.
   *
   * @param tokenCommand prints an access token
   * @param passwordCommand prints a password
   * @param passwordFile holds a password
   * @param netrc holds those of many accounts
   */
  public record Named(
      Optional<String> tokenCommand,
      Optional<String> passwordCommand,
      Optional<Path> passwordFile,
      Optional<Path> netrc) {}

  @Override
  public Optional<String> password(Address account) throws IOException {
    if (named.tokenCommand.isPresent()) {
      return Optional.empty();
    }
    if (named.passwordCommand.isPresent()) {
      return Optional.of(printed("--password-command", named.passwordCommand.get(), account));
    }
    if (named.passwordFile.isPresent()) {
      return Optional.of(firstLine(named.passwordFile.get()));
    }
    if (named.netrc.isPresent()) {
      return Optional.of(ofNetrc(named.netrc.get(), account));
    }
    if (environment.isPresent()) {
      return environment;
    }
    String known = typed.get(account.account());
    if (known == null) {
      known =
          terminal
              .apply("Password of " + account.account() + ": ")
              .orElseThrow(
                  () ->
                      new IOException(
                          "no password; set DMARC_REPORTS_MAIL_PASSWORD, or use --password-file,"
                              + " --password-command or --token-command"));
      typed.put(account.account(), known);
    }
    return Optional.of(known);
  }

  @Override
  public String token(Address account) throws IOException {
    return printed("--token-command", named.tokenCommand.orElseThrow(), account);
  }

  /** The first line that a command prints. What it says on standard error is for the user. */
  private static String printed(String option, String command, Address account) throws IOException {
    List<String> shell =
        System.getProperty("os.name").startsWith("Windows")
            ? List.of("cmd", "/c", command)
            : List.of("sh", "-c", command);
    ProcessBuilder builder =
        new ProcessBuilder(shell).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("DMARC_REPORTS_MAIL_USER", account.user());
    builder.environment().put("DMARC_REPORTS_MAIL_HOST", account.host());
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code;
    try {
      code = process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    String secret = printed.lines().findFirst().orElse("");
    if (code != 0 || secret.isEmpty()) {
      throw new IOException(
          option + (code != 0 ? " ended with " + code : " printed nothing") + ": " + command);
    }
    return secret;
  }

  private static String firstLine(Path file) throws IOException {
    List<String> lines = lines(file);
    if (lines.isEmpty() || lines.get(0).isEmpty()) {
      throw new IOException(file + ": holds no password in its first line");
    }
    return lines.get(0);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
          && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw new IOException(file + ": others may read it; chmod 600 it");
      }
      return Files.readAllLines(file);
    } catch (FileSystemException e) {
      throw new IOException(FileFailure.inWords(e), e);
    }
  }

  /** As {@code ~/.netrc} is written: {@code machine HOST login USER password SECRET}. */
  private static String ofNetrc(Path file, Address account) throws IOException {
    List<String> words = new ArrayList<>();
    for (String line : lines(file)) {
      if (!line.strip().startsWith("#")) {
        words.addAll(List.of(line.strip().split("\\s+")));
      }
    }
    String machine = "";
    String login = "";
    for (int i = 0; i + 1 < words.size(); i++) {
      String value = words.get(i + 1);
      switch (words.get(i)) {
        case "machine" -> {
          machine = value;
          login = "";
          i++;
        }
        case "login" -> {
          login = value;
          i++;
        }
        case "password" -> {
          if (machine.equalsIgnoreCase(account.host())
              && (login.isEmpty() || login.equals(account.user()))) {
            return value;
          }
          i++;
        }
        default -> {
          // what other programs keep there
        }
      }
    }
    throw new IOException(
        file + ": has no password for machine " + account.host() + " login " + account.user());
  }
}

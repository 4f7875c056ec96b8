package dmarcreports.mailbox.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a mailbox lies on a server: {@code imaps://user@host:port/FOLDER}, or where mail is sent
 * from. It never holds a password.
 *
 * @param scheme {@code imap}, {@code imaps}, {@code pop3} or {@code pop3s}; of a server that sends
 *     mail {@code smtp} or {@code smtps}
 * @param user the account; empty where a server takes mail without one
 * @param folder its names from the top, without the server's delimiter; empty where none is named
 * @param below whether the folders below it are meant as well
 */
public record Address(
    String scheme, String user, String host, int port, List<String> folder, boolean below) {
  private static final Pattern REMOTE = Pattern.compile("(imap|imaps|pop3|pop3s|s3)://(.*)");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(.*)@)?(\\[[0-9A-Fa-f:.]+]|[^:@\\[\\]]+)(?::([0-9]{1,5}))?");
  private static final Pattern SUBMISSION = Pattern.compile("(smtps?)://([^/]*)/?");
  private static final String BELOW = "/*";
  private static final String UNRESERVED = "-._~!$&'()+,=@ ";

  public Address {
    folder = List.copyOf(folder);
  }

  /** Whether a text names a mailbox on a server, and no file. */
  public static boolean isRemote(String text) {
    return text.contains("://") && REMOTE.matcher(text).matches();
  }

  /**
   * The mailbox that a text names.
   *
   * @throws IllegalArgumentException where it names none, saying so without what may be a password
   */
  public static Address parse(String text) {
    Matcher parts = REMOTE.matcher(text);
    if (!parts.matches() || parts.group(1).equals("s3")) {
      throw new IllegalArgumentException(text + ": is no mailbox of a mail server");
    }
    String scheme = parts.group(1);
    String rest = parts.group(2);
    int slash = rest.indexOf('/');
    String path = slash < 0 ? "" : rest.substring(slash);
    Matcher authority = AUTHORITY.matcher(slash < 0 ? rest : rest.substring(0, slash));
    if (!authority.matches() || authority.group(1) == null || authority.group(1).isEmpty()) {
      throw new IllegalArgumentException(
          scheme + "://: name the account, " + scheme + "://user@host" + example(scheme));
    }
    refusePassword(scheme, authority, "DMARC_REPORTS_MAIL_PASSWORD");
    boolean below = path.endsWith(BELOW);
    List<String> folder =
        Arrays.stream((below ? path.substring(0, path.length() - BELOW.length()) : path).split("/"))
            .filter(name -> !name.isEmpty())
            .map(Address::decoded)
            .toList();
    if (scheme.startsWith("pop3") && (below || !folder.isEmpty())) {
      throw new IllegalArgumentException(
          scheme + "://…@" + authority.group(2) + ": POP3 has no folders; use IMAP");
    }
    return new Address(
        scheme,
        decoded(authority.group(1)),
        authority.group(2).toLowerCase(Locale.ROOT),
        port(scheme, authority.group(3)),
        folder,
        below);
  }

  /**
   * The server that a text names, which mail is sent over: {@code smtps://user@host:port}.
   *
   * @throws IllegalArgumentException where it names none, saying so without what may be a password
   */
  public static Address submission(String text) {
    Matcher parts = SUBMISSION.matcher(text);
    Matcher authority = AUTHORITY.matcher(parts.matches() ? parts.group(2) : "");
    if (!authority.matches()) {
      throw new IllegalArgumentException(
          "names no server that sends mail; write smtps://user@host or smtp://user@host:587");
    }
    refusePassword(parts.group(1), authority, "DMARC_REPORTS_SMTP_PASSWORD");
    return new Address(
        parts.group(1),
        authority.group(1) == null ? "" : decoded(authority.group(1)),
        authority.group(2).toLowerCase(Locale.ROOT),
        port(parts.group(1), authority.group(3)),
        List.of(),
        false);
  }

  private static void refusePassword(String scheme, Matcher authority, String variable) {
    if (authority.group(1) != null && authority.group(1).indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          scheme
              + "://…@"
              + authority.group(2)
              + ": a password does not belong in a URL, where others see it; use "
              + variable
              + ", --password-file or --password-command");
    }
  }

  private static String example(String scheme) {
    return scheme.startsWith("imap") ? "/FOLDER" : "";
  }

  private static int port(String scheme, String given) {
    if (given != null) {
      int port = Integer.parseInt(given);
      if (port == 0 || port > 65_535) {
        throw new IllegalArgumentException(scheme + "://: there is no port " + given);
      }
      return port;
    }
    return usualPort(scheme);
  }

  private static int usualPort(String scheme) {
    return switch (scheme) {
      case "imaps" -> 993;
      case "imap" -> 143;
      case "pop3s" -> 995;
      case "smtps" -> 465;
      case "smtp" -> 587;
      default -> 110;
    };
  }

  /** A text that a URL has. */
  public static String decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%') {
        String digits = text.substring(i + 1, Math.min(text.length(), i + 3));
        if (!digits.matches("[0-9A-Fa-f]{2}")) {
          throw new IllegalArgumentException("'%' in a URL is followed by two digits: %2F, %25");
        }
        bytes.write(Integer.parseInt(digits, 16));
        i += 2;
      } else {
        int c = text.codePointAt(i);
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c) - 1;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** A text as a URL has it. */
  public static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c > 0x9f || Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
                encoded.appendCodePoint(c);
              } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", c));
              }
            });
    return encoded.toString();
  }

  /** Whether TLS begins with the first byte. */
  public boolean secure() {
    return scheme.endsWith("s");
  }

  /** Whether the server is this machine, where nobody listens on the way. */
  public boolean isLoopback() {
    return isLoopback(host);
  }

  /** Whether a name, or a literal, is that of this machine. */
  public static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]+){3}");
  }

  /** The same server and account, and another folder. */
  public Address with(List<String> other) {
    return new Address(scheme, user, host, port, other, false);
  }

  /** The server, to be told of. */
  public String server() {
    return host + ":" + port;
  }

  /** The name of the server, or its address without the brackets of a URL. */
  public String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** The server and the account. */
  public String account() {
    String account = user.isEmpty() ? "" : encoded(user).replace("@", "%40") + "@";
    String at = scheme + "://" + account + host;
    return port == usualPort(scheme) ? at : at + ":" + port;
  }

  /** The whole of it, as {@link #parse} reads it. */
  @Override
  public String toString() {
    return account()
        + (folder.isEmpty() ? "" : "/")
        + folder.stream().map(Address::encoded).collect(Collectors.joining("/"))
        + (below ? BELOW : "");
  }
}

package dmarcreports.dns.spf;

import dmarcreports.dns.spf.MacroText.Literal;
import dmarcreports.dns.spf.MacroText.Macro;
import dmarcreports.dns.spf.MacroText.Piece;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What macros stand for in one check (RFC 7208, 7). */
final class MacroExpansion {
  private static final int MAX_NAME = 253;

  /** No more is kept of an explanation; a line of a server's reply has less (RFC 5321, 4.5.3.1). */
  private static final int MAX_EXPLANATION = 1024;

  private static final String UNRESERVED = "-._~";
  private static final String HEX = "0123456789ABCDEF";

  /** The host that checks, and the time of the check: nobody's, and never. */
  private static final String NO_RECEIVER = "unknown";

  private static final String NO_TIME = "0";

  private final SpfIdentity identity;
  private final ValidatedNames names;

  MacroExpansion(SpfIdentity identity, ValidatedNames names) {
    this.identity = identity;
    this.names = names;
  }

  /**
   * The name that a text stands for, shortened from the left as long as it is too long.
   *
   * @param domain the one whose record it is
   */
  String name(MacroText text, String domain) {
    String end = end(text, domain);
    String name = end.endsWith(".") ? end.substring(0, end.length() - 1) : end;
    int from = 0;
    while (name.length() - from > MAX_NAME) {
      int dot = name.indexOf('.', from);
      if (dot < 0) {
        return name.substring(from);
      }
      from = dot + 1;
    }
    return name.substring(from);
  }

  /** The end of what a text stands for: all that a name can be, and more where it is too long. */
  private String end(MacroText text, String domain) {
    List<Piece> pieces = text.pieces();
    String end = "";
    for (int i = pieces.size() - 1; i >= 0 && end.length() <= MAX_NAME + 1; i--) {
      end = value(pieces.get(i), domain) + end;
    }
    return end;
  }

  /** What an explanation says; a byte is a char. */
  String explanation(MacroText text, String domain) {
    StringBuilder said = new StringBuilder();
    for (Piece piece : text.pieces()) {
      said.append(value(piece, domain));
      if (said.length() >= MAX_EXPLANATION) {
        return said.substring(0, MAX_EXPLANATION);
      }
    }
    return said.toString();
  }

  private String value(Piece piece, String domain) {
    if (piece instanceof Literal literal) {
      return literal.text();
    }
    Macro macro = (Macro) piece;
    String value = transformed(bytes(plain(macro.letter(), domain)), macro);
    return macro.escaped() ? escaped(value) : value;
  }

  private String plain(char letter, String domain) {
    return switch (letter) {
      case 's' -> identity.sender();
      case 'l' -> identity.localPart();
      case 'o' -> identity.domain();
      case 'd' -> domain;
      case 'i' -> identity.ip().isV4() ? identity.ip().text() : nibbles();
      case 'p' -> names.of(domain);
      case 'v' -> identity.ip().isV4() ? "in-addr" : "ip6";
      case 'h' -> identity.helo();
      case 'c' -> identity.ip().text();
      case 'r' -> NO_RECEIVER;
      case 't' -> NO_TIME;
      default -> throw new IllegalArgumentException("no macro: " + letter);
    };
  }

  private static String transformed(String value, Macro macro) {
    if (macro.labels() == 0 && !macro.reversed() && macro.delimiters().equals(".")) {
      return value;
    }
    List<String> labels = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || macro.delimiters().indexOf(value.charAt(i)) >= 0) {
        labels.add(value.substring(from, i));
        from = i + 1;
      }
    }
    if (macro.reversed()) {
      Collections.reverse(labels);
    }
    int kept = macro.labels() == 0 ? labels.size() : Math.min(macro.labels(), labels.size());
    return String.join(".", labels.subList(labels.size() - kept, labels.size()));
  }

  /** The hexadecimal digits of an IPv6 address, dots between them. */
  private String nibbles() {
    StringBuilder nibbles = new StringBuilder();
    for (byte b : identity.ip().bytes()) {
      nibbles.append(nibbles.isEmpty() ? "" : ".").append(HEX.charAt(b >> 4 & 0xf));
      nibbles.append('.').append(HEX.charAt(b & 0xf));
    }
    return nibbles.toString();
  }

  private static String escaped(String bytes) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < bytes.length(); i++) {
      char b = bytes.charAt(i);
      boolean plain =
          b >= 'a' && b <= 'z'
              || b >= 'A' && b <= 'Z'
              || b >= '0' && b <= '9'
              || UNRESERVED.indexOf(b) >= 0;
      if (plain) {
        escaped.append(b);
      } else {
        escaped.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
      }
    }
    return escaped.toString();
  }

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}

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
    String whole = expand(text, domain);
    String name = whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole;
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

  /** What a text stands for; a byte is a char. */
  String expand(MacroText text, String domain) {
    StringBuilder whole = new StringBuilder();
    for (Piece piece : text.pieces()) {
      if (piece instanceof Macro macro) {
        whole.append(value(macro, domain));
      } else {
        whole.append(((Literal) piece).text());
      }
    }
    return whole.toString();
  }

  private String value(Macro macro, String domain) {
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

package dmarcreports.report.header;

import java.util.ArrayList;
import java.util.List;

/** The body of a structured field, cut at its semicolons (RFC 5322, 2.2.2 and 3.2). */
final class Segments {
  private final List<Segment> segments = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private List<String> comments = new ArrayList<>();

  /**
   * What stands between two semicolons.
   *
   * @param text without comments; what is quoted still has its quotes
   * @param comments without their outer parentheses, in order
   */
  record Segment(String text, List<String> comments) {}

  private Segments() {}

  /** All of them; a comment or a quoted text that is never closed reaches to the end. */
  static List<Segment> of(String body) {
    return new Segments().read(body);
  }

  private List<Segment> read(String body) {
    int at = 0;
    while (at < body.length()) {
      char c = body.charAt(at);
      if (c == '(') {
        at = comment(body, at);
      } else if (c == '"') {
        at = quoted(body, at);
      } else if (c == ';') {
        end();
        at++;
      } else {
        text.append(c < ' ' ? ' ' : c);
        at++;
      }
    }
    end();
    return segments;
  }

  private void end() {
    segments.add(new Segment(text.toString().strip(), List.copyOf(comments)));
    text = new StringBuilder();
    comments = new ArrayList<>();
  }

  /** Comments nest (RFC 5322, 3.2.2): what is inside the outermost is one text. */
  private int comment(String body, int from) {
    StringBuilder inside = new StringBuilder();
    int depth = 0;
    int at = from;
    while (at < body.length()) {
      char c = body.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        break;
      }
      if (c == '\\' && at < body.length()) {
        inside.append(body.charAt(at++));
      } else if (at > from + 1) {
        inside.append(c);
      }
    }
    comments.add(inside.toString().strip());
    text.append(' ');
    return at;
  }

  private int quoted(String body, int from) {
    int at = from + 1;
    text.append('"');
    while (at < body.length() && body.charAt(at) != '"') {
      if (body.charAt(at) == '\\' && at + 1 < body.length()) {
        text.append(body.charAt(at++));
      }
      text.append(body.charAt(at++));
    }
    text.append('"');
    return at + 1;
  }
}

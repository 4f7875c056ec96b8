package dmarcreports.hostile;

import java.util.List;

/**
 * Texts that mean something to a spreadsheet, browser, terminal, log or database (D1 to D6, D10).
 */
final class Fields {
  private static final List<String> FORMULAS =
      List.of(
          "=1+1",
          "+1",
          "-1",
          "@SUM(1)",
          "&#9;=1",
          "&#13;=1",
          "\uff1d1",
          "\uff0b1",
          "\uff0d1",
          "\uff20a",
          "\";=1",
          "=cmd|' /C calc'!A0");
  private static final List<String> HTML =
      List.of(
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "\"&gt;&lt;img src=x onerror=alert(1)&gt;",
          "javascript:alert(1)",
          "&lt;svg/onload=alert(1)&gt;",
          "{{7*7}}",
          "${7*7}",
          "&lt;/title&gt;&lt;script&gt;",
          "&lt;!--",
          "]]&gt;",
          "' onmouseover='x",
          "&lt;a href=&quot;data:text/html,x&quot;&gt;");
  private static final List<String> TERMINAL =
      List.of(
          "\u009b31m", "\u202egnp.exe", "\u200bzero", "\u2066x\u2069", "\u0085next", "\u2028line");
  private static final List<String> LOG =
      List.of(
          "a\nERROR forged",
          "a&#13;&#10;forged",
          "${jndi:ldap://CANARY}",
          "%n%s%x",
          "{}",
          "a\u2029forged");
  private static final List<String> SQL =
      List.of(
          "'; DROP TABLE report; --",
          "\" OR 1=1",
          "? : {} {0}",
          "\\'; --",
          "' || (select 1) || '",
          "$$x$$");

  private Fields() {}

  static void addTo(HostileFiles all) {
    texts(all, "d1-csv-", FORMULAS);
    texts(all, "d2-html-", HTML);
    texts(all, "d3-terminal-", TERMINAL);
    texts(
        all,
        "d4-log-",
        LOG.stream()
            .map(text -> text.replace("CANARY", all.canary().url("x").substring(4)))
            .toList());
    texts(all, "d5-sql-", SQL);
    for (int length : new int[] {300, 1_000, 4_000, 65_000}) {
      all.accepted("d6-org-" + length + ".xml", "mx.example.net<", "o".repeat(length) + "<");
      all.accepted("d6-selector-" + length + ".xml", ">s1<", ">" + "s".repeat(length) + "<");
    }
    all.changed("d6-org-70000.xml", "xml_limit", "mx.example.net<", "o".repeat(70_000) + "<");
    String[] paths = {"../../../../tmp/escaped", "/etc/passwd", "con", "a\\b"};
    for (int i = 0; i < paths.length; i++) {
      all.accepted("d10-path-" + i + ".xml", "mx.example.net<", paths[i] + "<");
    }
  }

  /** Each text in the name of the reporter, and in what the evidence says. */
  private static void texts(HostileFiles all, String prefix, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      all.accepted(prefix + i + "-org.xml", "mx.example.net<", text + "<");
      all.accepted(
          prefix + i + "-evidence.xml", ">s1<", ">" + text + "<", "bounce.example.com", text);
    }
  }
}

package dmarcreports.command.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever signs are in a text, the page shows them. */
class RoffTest {
  private static String lines(Roff page) {
    return page.toString().lines().skip(4).reduce("", (all, line) -> all + line + "\n");
  }

  @Test
  void whatLooksLikeAMacroIsText() {
    Roff page = new Roff("a-b", "a-b 1", "Of \"users\"");
    assertEquals(
        ".TH \"A\\-B\" 1 \"\" \"a\\-b 1\" \"Of \\(dqusers\\(dq\"",
        page.toString().lines().skip(1).findFirst().get());
    page.section("ONE");
    page.paragraph(".so /etc/passwd");
    page.paragraph("'br \\n(.l `a` ^ ~/-x");
    page.lines(List.of(".TH x", "  two", "\\"));
    page.item(Roff.bold("-x") + "=" + Roff.italic("A'B"), "..");
    assertEquals(
        """
        .SH "ONE"
        \\&.so /etc/passwd
        .PP
        \\(aqbr \\en(.l \\(gaa\\(ga \\(ha \\(ti/\\-x
        .PP
        .nf
        \\&.TH x
          two
        \\e
        .fi
        .TP
        \\fB\\-x\\fR=\\fIA\\(aqB\\fR
        \\&..
        """,
        lines(page));
  }

  @Test
  void japaneseMayBeBrokenBetweenItsCharactersOnly() {
    Roff page = new Roff("a", "a", "a");
    page.section("名前");
    page.paragraph("行う、のは move:DIR です。");
    assertEquals(".SH \"名前\"\n行\\:う、\\:の\\:は move:DIR で\\:す。\n", lines(page));
  }
}

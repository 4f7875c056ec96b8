package dmarcreports.output.text;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.saying.Names;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.page.Whose;
import dmarcreports.output.plain.Style;
import dmarcreports.output.wording.Prose;
import dmarcreports.output.wording.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The actions of one rank or code, in each domain that has them, with all that belongs to them. */
public final class ChosenActions {
  /** As many are named where the one that is asked for is not there. */
  private static final int NAMED = 20;

  private final Findings findings;
  private final String rankOrCode;

  private ChosenActions(Findings findings, String rankOrCode) {
    this.findings = findings;
    this.rankOrCode = rankOrCode;
  }

  /** Those of that rank, such as {@code 3}, or of that code, such as {@code easy_dkim}. */
  public static ChosenActions of(Findings findings, String rankOrCode) {
    return new ChosenActions(findings, rankOrCode.strip());
  }

  /** Whether no domain has any. */
  public boolean isEmpty() {
    return domains().stream().noneMatch(this::isIn);
  }

  /** What there is, where it is something else, in a line. */
  public String instead() {
    List<String> there = domains().size() == 1 ? ofOne(domains().get(0)) : ofMany();
    Language language = findings.language();
    String asked = Prose.name(rankOrCode);
    String domain =
        domains().size() == 1
            ? Prose.name(domains().get(0).domain().text())
            : language.say(ChosenPhrase.ANY_DOMAIN);
    return language.say(
        there.isEmpty()
            ? ChosenPhrase.NONE.of(asked, domain)
            : ChosenPhrase.OTHERS.of(
                asked, domain, there.size(), Names.of(Names.Joint.COMMA, there, NAMED)));
  }

  /** Writes them; leaves the stream open. */
  public void write(Style style, OutputStream to) throws IOException {
    PrintWriter writer = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    Paragraphs out = new Paragraphs(writer, style);
    boolean first = true;
    for (DomainFindings domain : Whose.worstFirst(domains())) {
      if (isIn(domain)) {
        if (!first) {
          out.blank();
        }
        out.title(Words.name(domain.domain()));
        List<Ranked> ranked = Ranking.of(domain);
        List<Ranked> meant = ranked.stream().filter(this::isMeant).toList();
        ActionText.write(domain, ranked, meant, findings.language(), out);
        first = false;
      }
    }
    out.finish();
  }

  private List<DomainFindings> domains() {
    return findings.analysis().domains();
  }

  private boolean isIn(DomainFindings domain) {
    for (int rank = 1; rank <= domain.actions().size(); rank++) {
      if (isMeant(rank, domain.actions().get(rank - 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean isMeant(Ranked ranked) {
    return isMeant(ranked.rank(), ranked.action());
  }

  private boolean isMeant(int rank, Action action) {
    return rankOrCode.equals("" + rank) || rankOrCode.equalsIgnoreCase(action.code());
  }

  private static List<String> ofOne(DomainFindings domain) {
    List<String> there = new ArrayList<>();
    for (Action action : domain.actions()) {
      there.add((there.size() + 1) + " " + action.code());
    }
    return there;
  }

  private List<String> ofMany() {
    Stream<Action> all = domains().stream().flatMap(domain -> domain.actions().stream());
    return all.map(Action::code).distinct().sorted().toList();
  }
}

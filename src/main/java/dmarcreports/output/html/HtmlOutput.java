package dmarcreports.output.html;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.file.Writing;
import dmarcreports.output.html.template.JtepageGenerated;
import dmarcreports.output.html.view.Page;
import dmarcreports.output.html.view.Page.Link;
import dmarcreports.output.html.view.PagePhrase;
import dmarcreports.output.html.view.Said;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Output;
import dmarcreports.output.page.Whose;
import dmarcreports.report.DomainName;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One page that holds all, or as much as a browser opens at once. */
public final class HtmlOutput implements Output {
  /** As many domains stand on one page in full. */
  static final int IN_FULL = 50;

  /** Where the pages of single domains lie. */
  static final String DIRECTORY = "domains/";

  @Override
  public void write(Findings findings, OutputStream to) throws IOException {
    List<DomainFindings> domains = Whose.worstFirst(findings.analysis().domains());
    whole(findings, domains, to);
  }

  /**
   * The files of a directory, by name: one page, or where there are too many domains for one, a
   * page for each, and a table that leads to them.
   *
   * @param name of the page to begin with
   */
  public static Map<String, Writing> files(Findings findings, String name) {
    List<DomainFindings> domains = Whose.worstFirst(findings.analysis().domains());
    if (domains.size() <= IN_FULL) {
      return Map.of(name, to -> whole(findings, domains, to));
    }
    Map<String, Writing> files = new LinkedHashMap<>();
    files.put(
        name,
        to -> write(findings, domains, views -> views.index(HtmlOutput::file), new Rooms(), to));
    Link back = new Link(findings.language().say(PagePhrase.ALL_DOMAINS), "../" + name);
    for (DomainFindings domain : domains) {
      files.put(
          file(domain.domain()),
          to -> write(findings, domains, views -> views.of(domain, back), new Rooms(), to));
    }
    return files;
  }

  private static String file(DomainName domain) {
    return DIRECTORY + Anchors.file(domain);
  }

  /** The worst of them in full, and all in a table. */
  private static void whole(Findings findings, List<DomainFindings> domains, OutputStream to)
      throws IOException {
    Rooms rooms = new Rooms();
    if (domains.size() > 1) {
      OutputStream nowhere = OutputStream.nullOutputStream();
      rooms.drafted(write(findings, domains, views -> views.whole(IN_FULL), rooms, nowhere));
    }
    write(findings, domains, views -> views.whole(IN_FULL), rooms, to);
  }

  /** With numbers in groups of digits: they are read here, and copied from elsewhere. */
  private static long write(
      Findings plain,
      List<DomainFindings> domains,
      Function<PageViews, Page> which,
      Rooms rooms,
      OutputStream to)
      throws IOException {
    Findings findings = plain.in(plain.language().grouping());
    CountedWriter writer = new CountedWriter(to);
    Page page = which.apply(new PageViews(findings, domains, rooms, writer::written));
    try {
      JtepageGenerated.render(new InertOutput(writer), null, page, new Said(findings.language()));
      writer.flush();
      return writer.written();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause().getMessage(), e);
    }
  }
}

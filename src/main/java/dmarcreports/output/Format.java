package dmarcreports.output;

import dmarcreports.file.ReplacedFile;
import dmarcreports.file.Writing;
import dmarcreports.output.html.HtmlOutput;
import dmarcreports.output.html.StalePages;
import dmarcreports.output.json.JsonOutput;
import dmarcreports.output.metrics.MetricsOutput;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Output;
import dmarcreports.output.plain.Style;
import dmarcreports.output.table.CsvOutput;
import dmarcreports.output.table.Table;
import dmarcreports.output.table.Tables;
import dmarcreports.output.text.BriefOutput;
import dmarcreports.output.text.DetailsOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The ways of writing findings. */
public enum Format {
  TEXT("findings.txt", BriefOutput::new),
  DETAILS("details.txt", DetailsOutput::new),
  CSV("sources.csv", () -> new CsvOutput(Tables.SOURCES)),
  JSON("findings.json", JsonOutput::new),
  HTML("findings.html", HtmlOutput::new),
  METRICS("findings.prom", MetricsOutput::new);

  private final String file;

  /** Made when it is wanted: the columns of the tables would cost every command its start. */
  private final Supplier<Output> output;

  Format(String file, Supplier<Output> output) {
    this.file = file;
    this.output = output;
  }

  /** Writes the findings to one stream, which stays open. CSV: the sources. */
  public void write(Findings findings, Style style, OutputStream to) throws IOException {
    output.get().write(findings, style, to);
  }

  /** Whether it tells what was discarded, which has to be looked up. */
  public boolean tellsDiscards() {
    return this == HTML || this == METRICS;
  }

  /** The files of this format, by name, in the order in which they are written. */
  private Map<String, Writing> files(Findings findings) {
    Map<String, Writing> files = new LinkedHashMap<>();
    if (this == CSV) {
      for (Table<?> table : Tables.ALL) {
        files.put(table.name() + ".csv", to -> new CsvOutput(table).write(findings, to));
      }
    } else if (this == HTML) {
      files.putAll(HtmlOutput.files(findings, file));
    } else {
      files.put(file, to -> output.get().write(findings, to));
    }
    return files;
  }

  /** All files of all formats, replaced together. */
  public static void writeAll(Findings findings, Path directory) throws IOException {
    Map<String, Writing> all = new LinkedHashMap<>();
    for (Format format : values()) {
      all.putAll(format.files(findings));
    }
    writeAll(all, directory);
    StalePages.remove(directory, all.keySet());
  }

  /** The files of this format, replaced together. */
  public void writeFiles(Findings findings, Path directory) throws IOException {
    Map<String, Writing> files = files(findings);
    writeAll(files, directory);
    if (this == HTML) {
      StalePages.remove(directory, files.keySet());
    }
  }

  private static void writeAll(Map<String, Writing> files, Path directory) throws IOException {
    Map<Path, Writing> all = new LinkedHashMap<>();
    files.forEach((name, content) -> all.put(directory.resolve(name), content));
    Set<Path> parents = new LinkedHashSet<>();
    all.keySet().forEach(file -> parents.add(file.toAbsolutePath().getParent()));
    for (Path parent : parents) {
      ReplacedFile.makeDirectory(parent);
    }
    ReplacedFile.writeAll(all);
  }
}

package dmarcreports.output;

import dmarcreports.file.ReplacedFile;
import dmarcreports.file.Writing;
import dmarcreports.output.json.JsonOutput;
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
import java.util.Map;
import java.util.function.Supplier;

/** The ways of writing findings. */
public enum Format {
  TEXT("findings.txt", BriefOutput::new),
  DETAILS("details.txt", DetailsOutput::new),
  CSV("sources.csv", () -> new CsvOutput(Tables.SOURCES)),
  JSON("findings.json", JsonOutput::new);

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

  /** The files of this format, by name, in the order in which they are written. */
  public Map<String, Writing> files(Findings findings) {
    Map<String, Writing> files = new LinkedHashMap<>();
    if (this == CSV) {
      for (Table<?> table : Tables.ALL) {
        files.put(table.name() + ".csv", to -> new CsvOutput(table).write(findings, to));
      }
    } else {
      files.put(file, to -> output.get().write(findings, to));
    }
    return files;
  }

  /** All files of all formats, replaced together. */
  public static void writeAll(Findings findings, Path directory) throws IOException {
    Map<Path, Writing> all = new LinkedHashMap<>();
    for (Format format : values()) {
      format.files(findings).forEach((name, content) -> all.put(directory.resolve(name), content));
    }
    ReplacedFile.writeAll(all);
  }
}

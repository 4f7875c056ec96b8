package dmarcreports.output;

import dmarcreports.output.export.OwnLines;
import dmarcreports.output.export.ParsedmarcLines;
import dmarcreports.output.export.RecordLines;
import dmarcreports.output.export.SourceHosts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The ways of writing stored records. */
public enum ExportFormat {
  CSV {
    @Override
    public RecordLines lines(OutputStream to, SourceHosts hosts) throws IOException {
      return OwnLines.csv(to);
    }
  },
  JSONL {
    @Override
    public RecordLines lines(OutputStream to, SourceHosts hosts) {
      return OwnLines.jsonLines(to);
    }
  },
  PARSEDMARC_CSV {
    @Override
    public RecordLines lines(OutputStream to, SourceHosts hosts) throws IOException {
      return new ParsedmarcLines(to, hosts);
    }
  };

  /**
   * Lines to a stream, which stays open.
   *
   * @param hosts what is known of the hosts behind addresses
   */
  public abstract RecordLines lines(OutputStream to, SourceHosts hosts) throws IOException;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

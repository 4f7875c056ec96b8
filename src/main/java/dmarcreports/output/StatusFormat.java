package dmarcreports.output;

import dmarcreports.output.json.ProvenanceJson;
import dmarcreports.output.json.StatusJson;
import dmarcreports.output.language.Language;
import dmarcreports.output.text.ProvenanceText;
import dmarcreports.output.text.StatusText;
import dmarcreports.stored.Holdings;
import dmarcreports.stored.Provenance;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How it is written what a database holds. */
public enum StatusFormat {
  TEXT {
    @Override
    public void write(Holdings holdings, Language language, OutputStream to) throws IOException {
      StatusText.write(holdings, language, to);
    }

    @Override
    public void write(List<Provenance> reports, Language language, OutputStream to)
        throws IOException {
      ProvenanceText.write(reports, language, to);
    }
  },
  JSON {
    @Override
    public void write(Holdings holdings, Language language, OutputStream to) throws IOException {
      StatusJson.write(holdings, to);
    }

    @Override
    public void write(List<Provenance> reports, Language language, OutputStream to)
        throws IOException {
      ProvenanceJson.write(reports, to);
    }
  };

  /** Writes all of it to a stream, which stays open. */
  public abstract void write(Holdings holdings, Language language, OutputStream to)
      throws IOException;

  /** Writes where reports came from; the stream stays open. */
  public abstract void write(List<Provenance> reports, Language language, OutputStream to)
      throws IOException;
}

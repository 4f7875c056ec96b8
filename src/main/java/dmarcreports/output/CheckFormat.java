package dmarcreports.output;

import dmarcreports.analysis.lookup.CheckedDomain;
import dmarcreports.output.json.CheckJson;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Style;
import dmarcreports.output.text.CheckText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The ways of writing what DNS shows. */
public enum CheckFormat {
  TEXT {
    @Override
    public void write(List<CheckedDomain> checked, Language language, Style style, OutputStream to)
        throws IOException {
      CheckText.write(checked, language, style, to);
    }
  },
  JSON {
    @Override
    public void write(List<CheckedDomain> checked, Language language, Style style, OutputStream to)
        throws IOException {
      CheckJson.write(checked, language, to);
    }
  };

  /** Writes all of it to a stream, which stays open. */
  public abstract void write(
      List<CheckedDomain> checked, Language language, Style style, OutputStream to)
      throws IOException;
}

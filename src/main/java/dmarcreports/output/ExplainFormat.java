package dmarcreports.output;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.lookup.CheckedMail;
import dmarcreports.output.json.ExplainJson;
import dmarcreports.output.json.MailJson;
import dmarcreports.output.language.Language;
import dmarcreports.output.text.ExplainText;
import dmarcreports.output.text.MailText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The ways of writing how findings came about. */
public enum ExplainFormat {
  TEXT {
    @Override
    public void write(Explained explained, Language language, OutputStream to) throws IOException {
      ExplainText.write(explained, language, to);
    }

    @Override
    public void write(
        ExplainedMail mail, Optional<CheckedMail> dns, Language language, OutputStream to)
        throws IOException {
      MailText.write(mail, dns, language, to);
    }
  },
  JSON {
    @Override
    public void write(Explained explained, Language language, OutputStream to) throws IOException {
      ExplainJson.write(explained, language, to);
    }

    @Override
    public void write(
        ExplainedMail mail, Optional<CheckedMail> dns, Language language, OutputStream to)
        throws IOException {
      MailJson.write(mail, dns, language, to);
    }
  };

  /** Writes all of it to a stream, which stays open. */
  public abstract void write(Explained explained, Language language, OutputStream to)
      throws IOException;

  /**
   * The same for one mail.
   *
   * @param dns what DNS shows now, where it was asked
   */
  public abstract void write(
      ExplainedMail mail, Optional<CheckedMail> dns, Language language, OutputStream to)
      throws IOException;
}

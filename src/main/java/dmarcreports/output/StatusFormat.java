package dmarcreports.output;

import dmarcreports.report.Holdings;
import java.io.IOException;
import java.io.OutputStream;

/** How it is written what a database holds. */
public enum StatusFormat {
  TEXT {
    @Override
    public void write(Holdings holdings, OutputStream to) throws IOException {
      StatusText.write(holdings, to);
    }
  },
  JSON {
    @Override
    public void write(Holdings holdings, OutputStream to) throws IOException {
      StatusJson.write(holdings, to);
    }
  };

  /** Writes all of it to a stream, which stays open. */
  public abstract void write(Holdings holdings, OutputStream to) throws IOException;
}

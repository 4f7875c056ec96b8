package dmarcreports.output.export;

import java.io.IOException;

/** Lines about records, written as the records come. */
public interface RecordLines {
  /** The next record. */
  void line(ExportedRecord record) throws IOException;

  /** All records are there. The stream stays open. */
  void finish() throws IOException;
}

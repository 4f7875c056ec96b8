package dmarcreports.spark.task;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Leaves out the first line. */
final class Beheaded extends FilterOutputStream {
  private boolean begun;

  Beheaded(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    if (begun) {
      out.write(one);
    }
    begun |= one == '\n';
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    while (!begun && at < from + length) {
      begun = bytes[at++] == '\n';
    }
    out.write(bytes, at, from + length - at);
  }
}

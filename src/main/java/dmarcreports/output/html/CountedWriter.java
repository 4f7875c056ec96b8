package dmarcreports.output.html;

import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** Writes UTF-8, and knows how many bytes that are. */
final class CountedWriter extends FilterWriter {
  private long written;

  CountedWriter(OutputStream to) {
    super(new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8)));
  }

  long written() {
    return written;
  }

  @Override
  public void write(int one) throws IOException {
    written += bytes((char) one);
    super.write(one);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      written += bytes(text[i]);
    }
    super.write(text, from, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      written += bytes(text.charAt(i));
    }
    super.write(text, from, length);
  }

  /** Of a character; each half of a pair has two of its four. */
  private static int bytes(char one) {
    return one < 0x80 ? 1 : one < 0x800 || Character.isSurrogate(one) ? 2 : 3;
  }
}

package dmarcreports.mail;

import java.io.IOException;
import java.io.InputStream;

/** Base64 as mails have it: blanks, short lines and junk inside, padding missing or too early. */
final class Base64Text extends InputStream {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int[] VALUES = new int[256];

  static {
    for (int i = 0; i < VALUES.length; i++) {
      VALUES[i] = ALPHABET.indexOf(i);
    }
  }

  private final InputStream text;
  private final byte[] chunk = new byte[4096];
  private int at;
  private int filled;
  private int bits;
  private int count;

  Base64Text(InputStream text) {
    this.text = text;
  }

  @Override
  public int read() throws IOException {
    while (true) {
      int symbol = next();
      if (symbol < 0) {
        return -1;
      }
      int value = VALUES[symbol];
      if (symbol == '=') {
        count = 0;
        bits = 0;
      } else if (value >= 0) {
        bits = bits << 6 | value;
        count += 6;
        if (count >= 8) {
          count -= 8;
          return bits >> count & 0xff;
        }
      }
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int value = read();
      if (value < 0) {
        return done == 0 ? -1 : done;
      }
      bytes[from + done++] = (byte) value;
      if (at == filled) {
        break;
      }
    }
    return done;
  }

  private int next() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, text.read(chunk));
    }
    return at == filled ? -1 : chunk[at++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

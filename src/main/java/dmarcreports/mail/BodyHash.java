package dmarcreports.mail;

import dmarcreports.report.header.DkimSignature;
import dmarcreports.report.header.Signed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The hashes of the body of a mail (RFC 6376, 3.4.3, 3.4.4 and 3.7). */
final class BodyHash {
  /** As many different hashes of one mail are made. */
  private static final int MOST = 8;

  private final byte[] mail;
  private final int start;
  private final Map<String, String> known = new HashMap<>();

  /** Of the whole mail, whose body begins after its first empty line. */
  BodyHash(byte[] mail) {
    this.mail = mail;
    this.start = start(mail);
  }

  /** Whether the body is the one that a signature was made over. */
  Signed.Body compare(DkimSignature signature) {
    Optional<String> digest = digest(signature.algorithm().orElse(""));
    boolean form = signature.bodyForm().matches("simple|relaxed");
    if (start < 0 || digest.isEmpty() || !form || signature.bodyHash().isEmpty()) {
      return Signed.Body.NOT_COMPARED;
    }
    long length = signature.bodyLength().orElse(Long.MAX_VALUE);
    String key = digest.get() + " " + signature.bodyForm() + " " + length;
    if (known.size() >= MOST && !known.containsKey(key)) {
      return Signed.Body.NOT_COMPARED;
    }
    boolean relaxed = signature.bodyForm().equals("relaxed");
    String hash = known.computeIfAbsent(key, k -> hash(digest.get(), relaxed, length));
    return hash.equals(signature.bodyHash()) ? Signed.Body.WHOLE : Signed.Body.CHANGED;
  }

  private static Optional<String> digest(String algorithm) {
    return switch (algorithm.substring(algorithm.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT)) {
      case "sha256" -> Optional.of("SHA-256");
      case "sha1" -> Optional.of("SHA-1");
      default -> Optional.empty();
    };
  }

  private String hash(String digest, boolean relaxed, long length) {
    try {
      Canonical canonical = new Canonical(MessageDigest.getInstance(digest), relaxed, length);
      return Base64.getEncoder().encodeToString(canonical.of(mail, start));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has both
    }
  }

  /** Behind the first empty line; -1 where there is none. */
  private static int start(byte[] mail) {
    for (int i = 0; i < mail.length; i++) {
      if (mail[i] == '\n') {
        int next = i + 1 < mail.length && mail[i + 1] == '\r' ? i + 2 : i + 1;
        if (next < mail.length && mail[next] == '\n') {
          return next + 1;
        }
      }
    }
    return -1;
  }

  /** The body in the form that is hashed: lines end as they do on the wire, whoever saved it. */
  private static final class Canonical {
    private static final byte[] END_OF_LINE = {'\r', '\n'};
    private static final byte[] BLANK = {' '};

    private final MessageDigest digest;
    private final boolean relaxed;
    private long left;
    private long emptyLines;
    private boolean any;

    Canonical(MessageDigest digest, boolean relaxed, long length) {
      this.digest = digest;
      this.relaxed = relaxed;
      this.left = length;
    }

    byte[] of(byte[] mail, int start) {
      int from = start;
      while (from < mail.length) {
        int end = from;
        while (end < mail.length && mail[end] != '\n') {
          end++;
        }
        boolean folded = end < mail.length && end > from && mail[end - 1] == '\r';
        line(mail, from, folded ? end - 1 : end);
        from = end + 1;
      }
      if (!any && !relaxed) {
        add(END_OF_LINE, 0, END_OF_LINE.length);
      }
      return digest.digest();
    }

    private void line(byte[] mail, int from, int to) {
      int end = to;
      while (relaxed && end > from && isBlank(mail[end - 1])) {
        end--;
      }
      if (end == from) {
        emptyLines++;
        return;
      }
      for (; emptyLines > 0; emptyLines--) {
        add(END_OF_LINE, 0, END_OF_LINE.length);
      }
      if (relaxed) {
        words(mail, from, end);
      } else {
        add(mail, from, end);
      }
      add(END_OF_LINE, 0, END_OF_LINE.length);
      any = true;
    }

    /** One blank for several. */
    private void words(byte[] mail, int from, int to) {
      int at = from;
      while (at < to) {
        int start = at;
        while (at < to && !isBlank(mail[at])) {
          at++;
        }
        add(mail, start, at);
        if (at < to) {
          add(BLANK, 0, BLANK.length);
        }
        while (at < to && isBlank(mail[at])) {
          at++;
        }
      }
    }

    private static boolean isBlank(byte b) {
      return b == ' ' || b == '\t';
    }

    private void add(byte[] bytes, int from, int to) {
      int taken = (int) Math.min(left, to - from);
      digest.update(bytes, from, taken);
      left -= taken;
    }
  }
}

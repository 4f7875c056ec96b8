package dmarcreports.dns.dkim;

import dmarcreports.dns.RecordTags;
import dmarcreports.dns.RecordTags.Written;
import dmarcreports.dns.TagFault;
import dmarcreports.dns.dkim.PublicKeyBytes.Algorithm;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A key record (RFC 6376, 3.6.1), whatever is wrong with it.
 *
 * @param text the whole record, its strings joined
 * @param said its tags, each where it is first written
 * @param faults all that is wrong with its tags, by place
 * @param key the key; its size is empty where it cannot be read
 */
public record DkimKeyRecord(
    String text, Map<String, Written> said, List<TagFault> faults, PublicKeyBytes key) {
  /** Shorter keys prove nothing (RFC 8301, 3.2). */
  public static final int MIN_BITS = 1024;

  /** As long as an RSA key should be (RFC 8301, 3.2). */
  public static final int GOOD_BITS = 2048;

  /** What a signature with this key can come to. */
  public enum KeyState {
    /** The key can be used. */
    USABLE,
    /** Taken back by its owner: {@code p=} is empty. */
    REVOKED,
    /** There is no {@code p=}. */
    MISSING,
    /** What stands there as the key cannot be read, often because it was cut. */
    UNREADABLE,
    /** A kind of key that receivers do not know. */
    UNKNOWN_ALGORITHM,
    /** Too short to prove anything. */
    TOO_SHORT,
    /** Not for mail, or only for hashes that no longer count. */
    NOT_FOR_MAIL
  }

  private static final String VERSION = "DKIM1";
  private static final String BLANKS = "[ \\t\\r\\n]+";

  /** Keeps its own copies. */
  public DkimKeyRecord {
    said = Collections.unmodifiableMap(new TreeMap<>(said));
    faults = List.copyOf(faults);
  }

  /** The key record of a text; empty where the text is something else. */
  public static Optional<DkimKeyRecord> parse(String text) {
    RecordTags tags = RecordTags.parse(text);
    Map<String, Written> said = tags.byName();
    Written version = said.get("v");
    boolean other = version != null && !version.value().equals(VERSION);
    if (other || version == null && !said.containsKey("p")) {
      return Optional.empty();
    }
    return Optional.of(new DkimKeyRecord(text, said, DkimFaults.of(tags, said), key(said)));
  }

  /** What a signature with this key can come to. */
  public KeyState state() {
    Optional<String> p = unfolded("p");
    if (p.isEmpty()) {
      return KeyState.MISSING;
    }
    if (p.get().isEmpty()) {
      return KeyState.REVOKED;
    }
    if (!isListed("s", "email") || !isListed("h", "sha256")) {
      return KeyState.NOT_FOR_MAIL;
    }
    if (key.algorithm() == Algorithm.OTHER) {
      return KeyState.UNKNOWN_ALGORITHM;
    }
    OptionalInt bits = key.bits();
    if (bits.isEmpty()) {
      return KeyState.UNREADABLE;
    }
    boolean tooShort = key.algorithm() == Algorithm.RSA && bits.getAsInt() < MIN_BITS;
    return tooShort ? KeyState.TOO_SHORT : KeyState.USABLE;
  }

  /** Whether the key is only tested: receivers treat what it signs as unsigned ({@code t=y}). */
  public boolean isTesting() {
    return list("t").contains("y");
  }

  /** Whether it signs for its very domain only, not for those below ({@code t=s}). */
  public boolean isForItsDomainOnly() {
    return list("t").contains("s");
  }

  /** What its owner notes for people ({@code n}). */
  public Optional<String> note() {
    return Optional.ofNullable(said.get("n")).map(Written::value);
  }

  private boolean isListed(String tag, String word) {
    List<String> words = list(tag);
    return words.isEmpty() || words.contains(word) || tag.equals("s") && words.contains("*");
  }

  private List<String> list(String tag) {
    return unfolded(tag)
        .map(v -> Arrays.stream(v.split(":")).filter(word -> !word.isEmpty()).toList())
        .orElse(List.of());
  }

  private Optional<String> unfolded(String tag) {
    return Optional.ofNullable(said.get(tag)).map(DkimKeyRecord::unfolded);
  }

  private static String unfolded(Written tag) {
    return tag.value().replaceAll(BLANKS, "");
  }

  private static PublicKeyBytes key(Map<String, Written> said) {
    Written p = said.get("p");
    return PublicKeyBytes.read(algorithm(said), p == null ? "" : unfolded(p));
  }

  private static Algorithm algorithm(Map<String, Written> said) {
    Written k = said.get("k");
    return switch (k == null ? "rsa" : k.value()) {
      case "rsa" -> Algorithm.RSA;
      case "ed25519" -> Algorithm.ED25519;
      default -> Algorithm.OTHER;
    };
  }
}

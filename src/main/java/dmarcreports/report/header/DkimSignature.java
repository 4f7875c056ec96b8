package dmarcreports.report.header;

import dmarcreports.report.DomainName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one DKIM-Signature field claims (RFC 6376, 3.5). That it stands there proves nothing.
 *
 * @param domain {@code d=}
 * @param selector {@code s=}
 * @param algorithm {@code a=}
 * @param headerForm how the header was canonicalized: {@code simple} or {@code relaxed}
 * @param bodyForm how the body was
 * @param identity {@code i=}, the agent or user
 * @param signedFields {@code h=}, in lower case
 * @param bodyLength {@code l=}: what comes after so many bytes is not signed
 * @param signedAt {@code t=}
 * @param expires {@code x=}
 * @param bodyHash {@code bh=}, in base64
 * @param signature {@code b=}, in base64
 * @param flaws in what it departs from the RFC; sorted
 */
public record DkimSignature(
    Optional<DomainName> domain,
    Optional<String> selector,
    Optional<String> algorithm,
    String headerForm,
    String bodyForm,
    Optional<String> identity,
    List<String> signedFields,
    Optional<Long> bodyLength,
    Optional<Instant> signedAt,
    Optional<Instant> expires,
    String bodyHash,
    String signature,
    List<Flaw> flaws) {
  private static final String SIMPLE = "simple";
  private static final String FORM = "simple|relaxed";
  private static final int MOST_FIELDS = 500;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

  /** Keeps its own copies of the lists. */
  public DkimSignature {
    signedFields = List.copyOf(signedFields);
    flaws = List.copyOf(flaws);
  }

  /** A departure from the RFC, or from RFC 8301 where that forbids what it says. */
  public enum Flaw {
    NO_VERSION,
    NO_DOMAIN,
    NO_SELECTOR,
    NO_ALGORITHM,
    NO_BODY_HASH,
    NO_SIGNATURE,
    FROM_NOT_SIGNED,
    REPEATED_TAG,
    NO_TAG,
    UNKNOWN_FORM,
    OLD_ALGORITHM,
    IDENTITY_OUTSIDE_DOMAIN,
    EXPIRES_BEFORE_SIGNED
  }

  /** Reads the body of a field. */
  public static DkimSignature parse(String body) {
    TagList tags = TagList.parse(body);
    String[] forms = tags.unfolded("c").orElse(SIMPLE).toLowerCase(Locale.ROOT).split("/", 2);
    DkimSignature read =
        new DkimSignature(
            tags.unfolded("d").flatMap(DomainName::parse),
            tags.unfolded("s").filter(s -> !s.isEmpty()),
            tags.unfolded("a").filter(a -> !a.isEmpty()).map(a -> a.toLowerCase(Locale.ROOT)),
            forms[0],
            forms.length > 1 ? forms[1] : SIMPLE,
            tags.get("i").filter(i -> !i.isEmpty()),
            fields(tags.unfolded("h").orElse("")),
            number(tags, "l"),
            number(tags, "t").map(Instant::ofEpochSecond),
            number(tags, "x").map(Instant::ofEpochSecond),
            tags.unfolded("bh").orElse(""),
            tags.unfolded("b").orElse(""),
            List.of());
    return read.with(flaws(tags, read));
  }

  /** Whether a field of that name is signed. */
  public boolean signs(String field) {
    return signedFields.contains(field);
  }

  /** Where its key is: {@code selector._domainkey.domain}; empty where it does not say. */
  public Optional<String> key() {
    return selector.flatMap(s -> domain.map(d -> s + "._domainkey." + d));
  }

  private DkimSignature with(List<Flaw> found) {
    return new DkimSignature(
        domain,
        selector,
        algorithm,
        headerForm,
        bodyForm,
        identity,
        signedFields,
        bodyLength,
        signedAt,
        expires,
        bodyHash,
        signature,
        found);
  }

  private static List<String> fields(String list) {
    return Stream.of(list.toLowerCase(Locale.ROOT).split(":", MOST_FIELDS))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Optional<Long> number(TagList tags, String tag) {
    return tags.unfolded(tag).filter(n -> NUMBER.matcher(n).matches()).map(Long::valueOf);
  }

  private static List<Flaw> flaws(TagList tags, DkimSignature read) {
    List<Flaw> flaws = new ArrayList<>();
    add(flaws, Flaw.NO_VERSION, tags.unfolded("v").filter("1"::equals).isEmpty());
    add(flaws, Flaw.NO_DOMAIN, read.domain.isEmpty());
    add(flaws, Flaw.NO_SELECTOR, read.selector.isEmpty());
    add(flaws, Flaw.NO_ALGORITHM, read.algorithm.isEmpty());
    add(flaws, Flaw.NO_BODY_HASH, read.bodyHash.isEmpty());
    add(flaws, Flaw.NO_SIGNATURE, read.signature.isEmpty());
    add(flaws, Flaw.FROM_NOT_SIGNED, !read.signs("from"));
    add(flaws, Flaw.REPEATED_TAG, !tags.repeated().isEmpty());
    add(flaws, Flaw.NO_TAG, tags.isBroken());
    add(flaws, Flaw.UNKNOWN_FORM, !read.headerForm.matches(FORM) || !read.bodyForm.matches(FORM));
    add(flaws, Flaw.OLD_ALGORITHM, read.algorithm.filter(a -> a.endsWith("-sha1")).isPresent());
    add(flaws, Flaw.IDENTITY_OUTSIDE_DOMAIN, read.isIdentityOutside());
    add(
        flaws,
        Flaw.EXPIRES_BEFORE_SIGNED,
        read.expires.flatMap(x -> read.signedAt.filter(t -> !x.isAfter(t))).isPresent());
    return flaws;
  }

  /** RFC 6376, 3.5: the domain of {@code i=} is {@code d=} or lies below it. */
  private boolean isIdentityOutside() {
    return identity.isPresent()
        && domain.isPresent()
        && DomainName.parse(identity.get().substring(identity.get().lastIndexOf('@') + 1))
            .filter(name -> name.isAtOrBelow(domain.get()))
            .isEmpty();
  }

  private static void add(List<Flaw> flaws, Flaw flaw, boolean found) {
    if (found) {
      flaws.add(flaw);
    }
  }
}

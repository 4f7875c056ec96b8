package dmarcreports.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How mail in the name of {@code example.com} is really sent: what the simulation knows and the
 * program does not.
 */
public final class Sending {
  static final String DOMAIN = "example.com";
  static final String NEWS = "news.example.com";

  private Sending() {}

  /** What one check comes to. */
  record Check(String domain, String result) {
    /** Whoever signs with a key that stands signs with that of the Author Domain as well. */
    Check renamed(Setup setup, String who, String author) {
      return setup.has("identity " + who + " " + author) && result.equals("pass")
          ? new Check(author, result)
          : this;
    }

    Check broken() {
      return new Check(domain, "fail");
    }

    boolean aligns(String author, boolean relaxed) {
      boolean same =
          relaxed ? organization(domain).equals(organization(author)) : domain.equals(author);
      return same && result.equals("pass");
    }

    private static String organization(String name) {
      return name.replaceAll(".*\\.(?=.*\\.)", "");
    }

    @Override
    public String toString() {
      return domain + " " + result;
    }
  }

  /**
   * What is set up, as a set of facts:
   *
   * <ul>
   *   <li>{@code aspf=r}, {@code adkim=r}: the record is relaxed
   *   <li>{@code mail-from IDENTITY}, {@code easy-dkim IDENTITY}: set up at Amazon SES; {@code
   *       fresh-dkim IDENTITY}: just now, with keys that are published
   *   <li>{@code identity WHO NAME}: who signs with another name of ours there signs with this one
   *   <li>{@code key-missing WHO D}, {@code key-wrong WHO D}: the published key of a domain, WHO
   *       being {@code ses}, {@code own} or a service
   *   <li>{@code return-path SERVICE}, {@code signs SERVICE}: set up at another service
   *   <li>{@code list-broken NAME}, {@code listed NAME ADDRESS}: the SPF record of a name
   * </ul>
   */
  record Setup(Set<String> facts) {
    Setup {
      facts = Set.copyOf(facts);
    }

    boolean has(String fact) {
      return facts.contains(fact);
    }

    Setup with(String... added) {
      Set<String> more = new HashSet<>(facts);
      more.addAll(List.of(added));
      return new Setup(more);
    }

    Setup without(String... removed) {
      Set<String> fewer = new HashSet<>(facts);
      fewer.removeAll(List.of(removed));
      return new Setup(fewer);
    }

    Check signature(String who, String domain) {
      String key = who + " " + domain;
      return new Check(
          domain,
          has("key-missing " + key) ? "permerror" : has("key-wrong " + key) ? "fail" : "pass");
    }
  }

  /** Who sends. */
  interface Sender {
    String author();

    String address();

    Check spf(Setup setup);

    List<Check> signatures(Setup setup);

    /** What SPF says of the same return path at an address that is not the sender's. */
    default Check spfElsewhere(Setup setup) {
      Check here = spf(setup);
      boolean brokenEverywhere = here.result().equals("permerror");
      return brokenEverywhere ? here : here.broken();
    }
  }

  /**
   * An account of ours at Amazon SES.
   *
   * @param inherits whether the Author Domain is no identity of its own
   */
  record Ses(String author, String address, String region, boolean inherits) implements Sender {
    @Override
    public Check spf(Setup setup) {
      for (String identity : identities()) {
        if (setup.has("mail-from " + identity)) {
          return new Check("bounce." + identity, "pass");
        }
      }
      return new Check(region + "amazonses.com", "pass");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      List<Check> signatures = new ArrayList<>();
      for (String identity : identities()) {
        if (signatures.isEmpty() && setup.has("fresh-dkim " + identity)) {
          signatures.add(new Check(identity, "pass"));
        } else if (signatures.isEmpty() && setup.has("easy-dkim " + identity)) {
          signatures.add(setup.signature("ses", identity).renamed(setup, "ses", author));
        }
      }
      signatures.add(new Check("amazonses.com", "pass"));
      return signatures;
    }

    /** Those whose settings may hold, the nearest first. */
    private List<String> identities() {
      List<String> identities = new ArrayList<>(List.of(author));
      String name = author;
      while (inherits && !name.equals(DOMAIN)) {
        name = name.substring(name.indexOf('.') + 1);
        identities.add(name);
      }
      return identities;
    }
  }

  /**
   * Another service.
   *
   * @param ours whether the account there is ours; if not, nobody sets anything up
   */
  record Vendor(String author, String address, String name, String domain, boolean ours)
      implements Sender {
    @Override
    public Check spf(Setup setup) {
      boolean set = ours && setup.has("return-path " + name);
      return new Check(set ? "em." + author : domain, "pass");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      List<Check> signatures = new ArrayList<>();
      if (ours && setup.has("signs " + name)) {
        signatures.add(setup.signature(name, author));
      }
      signatures.add(new Check(domain, "pass"));
      return signatures;
    }
  }

  /**
   * A server of ours.
   *
   * @param path the name in its return path
   * @param signer the domain it signs with; empty where it does not
   */
  record Own(String author, String address, String path, String signer) implements Sender {
    @Override
    public Check spf(Setup setup) {
      if (setup.has("list-broken " + path)) {
        return new Check(path, "permerror");
      }
      return new Check(path, setup.has("listed " + path + " " + address) ? "pass" : "fail");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      if (signer.isEmpty()) {
        return List.of();
      }
      return List.of(setup.signature("own", signer).renamed(setup, "own", author));
    }
  }

  /** Somebody else, who claims names of ours or none. */
  record Forger(String author, String address, String path, List<Check> bogus) implements Sender {
    @Override
    public Check spf(Setup setup) {
      return new Check(path, setup.has("list-broken " + path) ? "permerror" : "softfail");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      return bogus;
    }
  }
}

package dmarcreports.analysis;

import dmarcreports.analysis.Sending.Check;
import dmarcreports.analysis.Sending.Setup;
import java.util.List;

/** Senders that are rarer than those of {@link Sending}, and once made bounds false. */
final class WideSending {
  static final String MICROSOFT = "Microsoft 365";
  static final String REGION = "ap-southeast-2.";

  private WideSending() {}

  /** Somebody's tool, which sends through an account of its own at Amazon SES. */
  record Tool(String author, String address) implements Sending.Sender {
    @Override
    public Check spf(Setup setup) {
      return new Check("bounce.tool.example", "pass");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      return List.of(new Check("tool.example", "pass"), new Check("amazonses.com", "pass"));
    }
  }

  /** Somebody's tool, which sends through an account of its own at a service. */
  record Reseller(String author, String address, String service) implements Sending.Sender {
    @Override
    public Check spf(Setup setup) {
      return new Check("em.tool.example", "pass");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      return List.of(new Check("tool.example", "pass"), new Check(service, "pass"));
    }
  }

  /** An agency, which sends in our name from its own mailboxes at a service. */
  record Agency(String author, String address, String signer) implements Sending.Sender {
    @Override
    public Check spf(Setup setup) {
      return new Check("agency.example", "pass");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      return List.of(new Check(signer, "pass"));
    }
  }

  /** A region of Amazon SES in which nobody has set up anything yet. */
  record Region(String author, String address, String name) implements Sending.Sender {
    @Override
    public Check spf(Setup setup) {
      return new Check(
          setup.has("mail-from " + author + " in " + name)
              ? "bounce." + author
              : name + "amazonses.com",
          "pass");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      Check amazon = new Check("amazonses.com", "pass");
      return setup.has("fresh-dkim " + author)
          ? List.of(new Check(author, "pass"), amazon)
          : List.of(amazon);
    }
  }

  /**
   * A server of ours whose key is changed in the middle: the old one stood, the new one may not.
   *
   * @param changed whether it signs with the new one already
   */
  record Rotated(String author, String address, String path, String signer, boolean changed)
      implements Sending.Sender {
    @Override
    public Check spf(Setup setup) {
      return new Check(path, setup.has("listed " + path + " " + address) ? "pass" : "softfail");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      Check signature = changed ? setup.signature("own", signer) : new Check(signer, "pass");
      return List.of(signature.renamed(setup, "own", author));
    }
  }

  /**
   * A service where the return path is the sender's own address.
   *
   * @param path the name in the return path until that is set up
   */
  record Tenant(String author, String address, String path) implements Sending.Sender {
    @Override
    public Check spf(Setup setup) {
      return new Check(setup.has("return-path " + MICROSOFT) ? author : path, "pass");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      Check tenant = new Check("example.onmicrosoft.com", "pass");
      return setup.has("signs " + MICROSOFT)
          ? List.of(new Check(author, "pass"), tenant)
          : List.of(tenant);
    }
  }

  /** A server of ours that signs twice. */
  record TwoKeys(String author, String address, String path, String first, String second)
      implements Sending.Sender {
    @Override
    public Check spf(Setup setup) {
      return new Check(path, setup.has("listed " + path + " " + address) ? "pass" : "softfail");
    }

    @Override
    public List<Check> signatures(Setup setup) {
      return List.of(
          setup.signature("own", first).renamed(setup, "own", author),
          setup.signature("own", second).renamed(setup, "own", author));
    }
  }
}

package dmarcreports.analysis;

import dmarcreports.analysis.Sending.Check;
import dmarcreports.analysis.Sending.Setup;
import java.util.ArrayList;
import java.util.List;

/** Messages that went one way. */
record Sent(Sending.Sender sender, Way way, Reporter reporter, String day, long messages) {
  String address() {
    return way == Way.DIRECT ? sender.address() : "203.0.113." + (10 + way.ordinal());
  }

  Check spf(Setup setup) {
    return switch (way) {
      case DIRECT -> sender.spf(setup);
      case FORWARDED -> new Check("tenant.example", "pass");
      case REDIRECTED -> sender.spfElsewhere(setup);
      case LIST -> new Check("bounce.list.example", "pass");
    };
  }

  List<Check> signatures(Setup setup) {
    List<Check> signatures = sender.signatures(setup);
    if (way != Way.LIST) {
      return signatures;
    }
    List<Check> changed = new ArrayList<>();
    signatures.forEach(s -> changed.add(s.result().equals("pass") ? s.broken() : s));
    changed.add(new Check("list.example", "pass"));
    return changed;
  }

  boolean spfAligns(Setup setup) {
    return spf(setup).aligns(sender.author(), setup.has("aspf=r"));
  }

  boolean dkimAligns(Setup setup) {
    return signatures(setup).stream()
        .anyMatch(s -> s.aligns(sender.author(), setup.has("adkim=r")));
  }

  /** What a receiver comes to that makes no mistakes. */
  boolean passes(Setup setup) {
    return spfAligns(setup) || dkimAligns(setup);
  }

  /** What the reporter says. */
  boolean isSaidToPass(Setup setup) {
    return switch (reporter) {
      case FULL, FIRST_SIGNATURE, NO_SIGNATURES -> passes(setup);
      case SAYS_FAIL -> false;
      case SAYS_PASS -> true;
    };
  }

  /** The report on it. */
  Mail report(Setup setup) {
    return report(setup, Sending.DOMAIN);
  }

  /** The report on it where our domain is called otherwise. */
  Mail report(Setup setup, String domain) {
    List<String> shown = new ArrayList<>();
    for (Check signature : signatures(setup)) {
      boolean left =
          reporter == Reporter.NO_SIGNATURES
              || reporter == Reporter.FIRST_SIGNATURE && !shown.isEmpty();
      if (!left) {
        shown.add(signature.toString());
      }
    }
    String words =
        switch (reporter) {
          case FULL, FIRST_SIGNATURE, NO_SIGNATURES ->
              (spfAligns(setup) ? "pass/" : "fail/") + (dkimAligns(setup) ? "pass" : "fail");
          case SAYS_FAIL -> "fail/fail";
          case SAYS_PASS -> "pass/pass";
        };
    return Mail.from(sender.author().replace(Sending.DOMAIN, domain))
        .underPolicyOf(domain)
        .modes((setup.has("aspf=r") ? "r" : "s") + "/" + (setup.has("adkim=r") ? "r" : "s"))
        .spf(spf(setup).toString().replace(Sending.DOMAIN, domain))
        .dkim(String.join(",", shown).replace(Sending.DOMAIN, domain))
        .words(words)
        .ip(address())
        .day(day)
        .messages(messages);
  }

  /** How mail reaches its receiver. */
  enum Way {
    DIRECT,
    /** Passed on under the forwarder's return path. */
    FORWARDED,
    /** Passed on under the old return path. */
    REDIRECTED,
    /** Passed on by a list, which changes the body and signs. */
    LIST
  }

  /** How the receiver reports. */
  enum Reporter {
    FULL,
    FIRST_SIGNATURE,
    NO_SIGNATURES,
    SAYS_FAIL,
    SAYS_PASS
  }
}

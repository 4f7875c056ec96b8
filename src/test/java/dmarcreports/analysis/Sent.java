package dmarcreports.analysis;

import dmarcreports.analysis.Sending.Check;
import dmarcreports.analysis.Sending.Setup;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages that went one way.
 *
 * @param told what the receiver says of that way; may be empty
 * @param relaxed whether the record was relaxed at that time, whatever it is otherwise
 */
record Sent(
    Sending.Sender sender,
    Way way,
    Reporter reporter,
    String day,
    long messages,
    String told,
    boolean relaxed) {

  Sent(Sending.Sender sender, Way way, Reporter reporter, String day, long messages) {
    this(sender, way, reporter, day, messages, "", false);
  }

  String address() {
    return way == Way.DIRECT || way == Way.ALTERED
        ? sender.address()
        : "203.0.113." + (10 + way.ordinal());
  }

  Check spf(Setup setup) {
    return switch (way) {
      case DIRECT, ALTERED -> sender.spf(setup);
      case SIGNED -> new Check("forwarder.example", "pass");
      case FORWARDED -> new Check("tenant.example", "pass");
      case REDIRECTED -> sender.spfElsewhere(setup);
      case LIST -> new Check("bounce.list.example", "pass");
    };
  }

  List<Check> signatures(Setup setup) {
    List<Check> signatures = sender.signatures(setup);
    List<Check> after = new ArrayList<>();
    for (Check signature : signatures) {
      boolean breaks = way.changesBody() && signature.result().equals("pass");
      after.add(breaks ? signature.broken() : signature);
    }
    if (way == Way.LIST || way == Way.SIGNED) {
      after.add(new Check(way == Way.LIST ? "list.example" : "forwarder.example", "pass"));
    }
    return after;
  }

  boolean spfAligns(Setup setup) {
    return spf(setup).aligns(sender.author(), relaxed || setup.has("aspf=r"));
  }

  boolean dkimAligns(Setup setup) {
    return signatures(setup).stream()
        .anyMatch(s -> s.aligns(sender.author(), relaxed || setup.has("adkim=r")));
  }

  /** What a receiver comes to that makes no mistakes. */
  boolean passes(Setup setup) {
    return spfAligns(setup) || dkimAligns(setup);
  }

  /** What the reporter says. */
  boolean isSaidToPass(Setup setup) {
    return switch (reporter) {
      case FULL, FIRST_SIGNATURE, NO_SIGNATURES, NO_SPF -> passes(setup);
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
          case FULL, FIRST_SIGNATURE, NO_SIGNATURES, NO_SPF ->
              (spfAligns(setup) ? "pass/" : "fail/") + (dkimAligns(setup) ? "pass" : "fail");
          case SAYS_FAIL -> "fail/fail";
          case SAYS_PASS -> "pass/pass";
        };
    return Mail.from(sender.author().replace(Sending.DOMAIN, domain))
        .underPolicyOf(domain)
        .modes(mode(setup, "aspf=r") + "/" + mode(setup, "adkim=r"))
        .spf(
            reporter == Reporter.NO_SPF
                ? ""
                : spf(setup).toString().replace(Sending.DOMAIN, domain))
        .reason(told)
        .dkim(String.join(",", shown).replace(Sending.DOMAIN, domain))
        .words(words)
        .ip(address())
        .day(day)
        .messages(messages);
  }

  private String mode(Setup setup, String fact) {
    return relaxed || setup.has(fact) ? "r" : "s";
  }

  /** How mail reaches its receiver. */
  enum Way {
    DIRECT,
    /** Passed on under the forwarder's return path. */
    FORWARDED,
    /** Passed on under the old return path. */
    REDIRECTED,
    /** Passed on by a list, which changes the body and signs. */
    LIST,
    /** Passed on by somebody who signs, under a return path of the same name. */
    SIGNED,
    /** Sent straight, and changed by a gateway of the sender's own. */
    ALTERED;

    boolean changesBody() {
      return this == LIST || this == ALTERED;
    }
  }

  /** How the receiver reports. */
  enum Reporter {
    FULL,
    FIRST_SIGNATURE,
    NO_SIGNATURES,
    NO_SPF,
    SAYS_FAIL,
    SAYS_PASS
  }
}

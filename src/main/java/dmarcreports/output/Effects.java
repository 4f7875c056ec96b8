package dmarcreports.output;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.Tally;
import java.util.List;
import java.util.OptionalDouble;

/** How much a change repairs, in sentences. */
final class Effects {
  private final Entry entry;
  private final Tally tally;

  private Effects(Entry entry, Tally tally) {
    this.entry = entry;
    this.tally = tally;
  }

  static String of(Entry entry, DomainFindings domain) {
    Effects effects = new Effects(entry, domain.tally());
    return effects.effect() + effects.since();
  }

  /** The same in a few words. */
  static String brief(Entry entry) {
    return entry.repairedMax() == 0
        ? Numbers.counted(entry.failing(), "failing message")
        : "repairs " + range(entry) + " of " + entry.failing();
  }

  /** A sentence with the share that passes now and then. */
  static String brief(Entry entry, Tally tally) {
    Effects effects = new Effects(entry, tally);
    return entry.repairedMax() == 0
        ? effects.brieflyWithoutRepair()
        : "Repairs "
            + (entry.repairedMin() == 0 ? "up to " + entry.repairedMax() : shortRange(entry))
            + " of "
            + tally.fail()
            + " failing"
            + effects.onlyIf()
            + ": "
            + Numbers.percent(tally.passRate())
            + " -> "
            + effects.then()
            + " pass.";
  }

  private String brieflyWithoutRepair() {
    String failing = entry.failing() + " failing.";
    return switch (entry.first().changes().get(0)) {
      case ASK_OWNER -> "Repairs nothing itself, but tells what to do about " + failing;
      case PARK_DOMAIN -> "Repairs nothing: if the domain sends no mail, it stops " + failing;
      case RELAX_ASPF,
          RELAX_ADKIM,
          CUSTOM_MAIL_FROM,
          EASY_DKIM,
          REPAIR_EASY_DKIM,
          OWN_IDENTITY,
          VENDOR_DKIM,
          VENDOR_RETURN_PATH,
          PUBLISH_DKIM,
          REPAIR_DKIM,
          AUTHORIZE_IN_SPF,
          REPAIR_SPF,
          ENFORCE_POLICY,
          WAIT,
          NONE ->
          "The reports do not show that it repairs any of its " + failing;
    };
  }

  private static String shortRange(Entry entry) {
    return entry.repairedMin() == entry.repairedMax()
        ? "" + entry.repairedMax()
        : entry.repairedMin() + " to " + entry.repairedMax();
  }

  private String onlyIf() {
    if (entry.repairedMin() == entry.repairedMax()) {
      return "";
    }
    String least = entry.repairedMin() == 0 ? ", " : ", " + entry.repairedMax() + " ";
    return switch (entry.first().changes().get(0)) {
      case VENDOR_DKIM, VENDOR_RETURN_PATH -> least + "if the account is yours";
      case PUBLISH_DKIM, AUTHORIZE_IN_SPF, REPAIR_SPF ->
          least + (entry.sources() == 1 ? "if the server is yours" : "if the servers are yours");
      case REPAIR_DKIM, REPAIR_EASY_DKIM -> least + "if a wrong key is the cause";
      case RELAX_ASPF,
          RELAX_ADKIM,
          CUSTOM_MAIL_FROM,
          EASY_DKIM,
          OWN_IDENTITY,
          ASK_OWNER,
          PARK_DOMAIN,
          ENFORCE_POLICY,
          WAIT,
          NONE ->
          "";
    };
  }

  private String then() {
    String most = Numbers.percent(then(entry.repairedMax()));
    return entry.repairedMin() == 0
        ? most
        : Numbers.percent(then(entry.repairedMin()), then(entry.repairedMax()));
  }

  private OptionalDouble then(long repaired) {
    double decided = (double) tally.pass() + tally.fail();
    return decided == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, (tally.pass() + (double) repaired) / decided));
  }

  private String effect() {
    if (entry.repairedMax() == 0) {
      return withoutRepair(entry.first().changes().get(0));
    }
    String effect =
        (entry.isAlternative() ? "Alone it repairs " : "Repairs ")
            + range(entry)
            + " of the "
            + Numbers.counted(tally.fail(), "failing message")
            + (entry.repairedMin() < entry.repairedMax() ? ", depending on " + condition() : "");
    return effect + (entry.isAlternative() ? besides() : rates()) + ".";
  }

  private String withoutRepair(Recommendation change) {
    String messages = Numbers.counted(entry.failing(), "failing message");
    return switch (change) {
      case ASK_OWNER ->
          "Repairs nothing by itself, but tells what is to do about " + messages + ".";
      case PARK_DOMAIN ->
          "Repairs nothing: if the domain sends no mail, it is what stops " + messages + ".";
      case ENFORCE_POLICY -> "Repairs nothing: it is what stops " + messages + ".";
      case WAIT -> messages + "; nothing to repair yet.";
      case RELAX_ASPF,
          RELAX_ADKIM,
          CUSTOM_MAIL_FROM,
          EASY_DKIM,
          REPAIR_EASY_DKIM,
          OWN_IDENTITY,
          VENDOR_DKIM,
          VENDOR_RETURN_PATH,
          PUBLISH_DKIM,
          REPAIR_DKIM,
          AUTHORIZE_IN_SPF,
          REPAIR_SPF,
          NONE ->
          "The reports do not show that it would repair any of the " + messages + " it is for.";
    };
  }

  private static String range(Entry entry) {
    return entry.repairedMin() == entry.repairedMax()
        ? "" + entry.repairedMax()
        : "between " + entry.repairedMin() + " and " + entry.repairedMax();
  }

  private String condition() {
    return switch (entry.first().changes().get(0)) {
      case VENDOR_DKIM, VENDOR_RETURN_PATH -> "whether the account is yours";
      case PUBLISH_DKIM, AUTHORIZE_IN_SPF, REPAIR_SPF ->
          entry.sources() == 1 ? "whether the server is yours" : "which of the servers are yours";
      case REPAIR_DKIM, REPAIR_EASY_DKIM -> "whether a wrong key is what breaks the signature";
      case RELAX_ASPF,
          RELAX_ADKIM,
          CUSTOM_MAIL_FROM,
          EASY_DKIM,
          OWN_IDENTITY,
          ASK_OWNER,
          PARK_DOMAIN,
          ENFORCE_POLICY,
          WAIT,
          NONE ->
          "what the reports leave open";
    };
  }

  /** From the present pass rate to the one with this, and with all told before it. */
  private String rates() {
    Action first = entry.first();
    if (entry.members().size() > 1) {
      return together(": with ");
    }
    return ": "
        + Numbers.percent(first.rateNow())
        + " -> "
        + Numbers.percent(first.rateMin(), first.rateMax())
        + " pass"
        + together("; with ");
  }

  private String together(String words) {
    List<OptionalDouble> together = entry.together();
    return together.isEmpty()
        ? ""
        : words
            + "1 to "
            + entry.lastRank()
            + " done"
            + (entry.togetherWithClosed() ? ", those that are repaired or silent too, " : " ")
            + Numbers.percent(together.get(0), together.get(1))
            + (words.startsWith(":") ? " pass" : "");
  }

  private String besides() {
    String others = Numbers.and(entry.insteadOf().stream().map(String::valueOf).toList());
    return ". Done besides "
        + others
        + " it repairs nothing more"
        + (entry.addsProof() ? ", but gives the mail a second proof" : "");
  }

  private String since() {
    return entry.isBack() ? "" : " Failing since " + entry.since() + ".";
  }
}

package dmarcreports.scenario;

import dmarcreports.scenario.World.Flow;
import dmarcreports.scenario.World.Published;
import java.util.List;

/** A receiver that sends reports, and how truly it writes them. */
enum Reporter {
  /** RFC 7489: no scope, no envelope. */
  GOOGLE("google.com"),
  /** RFC 7489 with all that it has. */
  YAHOO("Yahoo"),
  /** RFC 9990. */
  FASTMAIL("Fastmail Pty Ltd"),
  /** Shows the first signature only. */
  ONE_KEY("one-key.example.net"),
  /** Shows no signature. */
  NO_KEY("no-key.example.net"),
  /** Shows no results. */
  BARE("bare.example.net"),
  /** Shows results and leaves its verdict empty. */
  MUTE("mute.example.net"),
  /** Shows neither. */
  BLANK("blank.example.net"),
  /** Writes the raw results where the verdicts belong. */
  ECHO("echo.example.net"),
  /** Writes the verdict on SPF for that on DKIM, and the other way round. */
  SWAPPED("swapped.example.net"),
  /** Says fail whatever comes. */
  NAYSAYER("naysayer.example.net"),
  /** Says pass whatever comes. */
  YEASAYER("yeasayer.example.net");

  private final String organization;

  Reporter(String organization) {
    this.organization = organization;
  }

  String organization() {
    return organization;
  }

  boolean writesRfc9990() {
    return this == FASTMAIL;
  }

  /** The words for SPF and for DKIM. */
  List<String> words(Flow flow, Published policy) {
    String spf = word(flow.spfAligns(policy));
    String dkim = word(flow.dkimAligns(policy));
    return switch (this) {
      case GOOGLE, YAHOO, FASTMAIL, ONE_KEY, NO_KEY, BARE -> List.of(spf, dkim);
      case MUTE, BLANK -> List.of("", "");
      case ECHO -> List.of(raw(flow.spf()), raw(flow.dkim()));
      case SWAPPED -> List.of(dkim, spf);
      case NAYSAYER -> List.of("fail", "fail");
      case YEASAYER -> List.of("pass", "pass");
    };
  }

  List<World.Check> signaturesShown(Flow flow) {
    return switch (this) {
      case GOOGLE, YAHOO, FASTMAIL, MUTE, ECHO, SWAPPED, NAYSAYER, YEASAYER -> flow.dkim();
      case ONE_KEY -> flow.dkim().stream().limit(1).toList();
      case NO_KEY, BARE, BLANK -> List.of();
    };
  }

  boolean showsSpf() {
    return this != BARE && this != BLANK;
  }

  private static String word(boolean aligned) {
    return aligned ? "pass" : "fail";
  }

  private static String raw(List<World.Check> checks) {
    return word(checks.stream().anyMatch(c -> c.result().equals("pass")));
  }
}

package dmarcreports.analysis;

import dmarcreports.analysis.SenderProfile.Kind;
import dmarcreports.analysis.SenderProfile.Setup;
import dmarcreports.report.DomainName;
import java.util.Arrays;
import java.util.List;

/** A row of the table of services as it is written there: a line of data, then words. */
final class SenderEntry {
  private final String name;
  private final Kind kind;
  private String spf = "";
  private String dkim = "";
  private TenantNaming tenants = TenantNaming.NONE;
  private SpfReach reach = SpfReach.NEVER;
  private Setup signing = Setup.NONE;
  private Setup returnPath = Setup.NONE;
  private String note = "";

  private SenderEntry(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  static SenderEntry sender(String name) {
    return new SenderEntry(name, Kind.SENDER);
  }

  static SenderEntry passingOn(Kind kind, String name) {
    return new SenderEntry(name, kind);
  }

  /** What SPF passes for while nothing is set up, separated by blanks. */
  SenderEntry spf(String domains) {
    spf = domains;
    return this;
  }

  /** Who signs while nothing is set up, separated by blanks. */
  SenderEntry dkim(String domains) {
    dkim = domains;
    return this;
  }

  SenderEntry tenants(TenantNaming naming) {
    tenants = naming;
    return this;
  }

  /** What the service calls signing with the customer's domain, and its own steps. */
  SenderEntry signing(String setting, String... steps) {
    signing = new Setup(setting, List.of(steps), List.of(), "");
    return this;
  }

  /** The records for signing. */
  SenderEntry keys(String... records) {
    signing = new Setup(signing.setting(), signing.steps(), List.of(records), "");
    return this;
  }

  /** What turns signing on once the records are published. */
  SenderEntry finish(String step) {
    signing = new Setup(signing.setting(), signing.steps(), signing.records(), step);
    return this;
  }

  /** What the service calls the customer's return path, and its own steps. */
  SenderEntry returnPath(SpfReach howFar, String setting, String... steps) {
    reach = howFar;
    returnPath = new Setup(setting, List.of(steps), List.of(), "");
    return this;
  }

  /** The records for the return path. */
  SenderEntry path(String... records) {
    returnPath = new Setup(returnPath.setting(), returnPath.steps(), List.of(records), "");
    return this;
  }

  SenderEntry note(String sentences) {
    note = sentences;
    return this;
  }

  SenderProfile profile() {
    return new SenderProfile(
        name, kind, domains(spf), domains(dkim), tenants, reach, signing, returnPath, note);
  }

  private static List<DomainName> domains(String names) {
    return Arrays.stream(names.split(" ")).filter(n -> !n.isEmpty()).map(DomainName::new).toList();
  }
}

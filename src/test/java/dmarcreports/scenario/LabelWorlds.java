package dmarcreports.scenario;

import java.util.List;

/** What the owner's word changes. The labels are one list for all worlds. */
final class LabelWorlds {
  private LabelWorlds() {}

  static List<World> all() {
    return List.of(
        World.of(
            "label-ours-not-listed",
            "r/r none",
            """
            label  | 203.0.113.224/32 | our mail server | ours
            mail   | 203.0.113.224 | 2 | 11-20 | $ | $ softfail | - | google
            source | 203.0.113.224 | authentication | own_spf | certain | own_softfail | missing | authorize_in_spf publish_dkim | 20 | 20
            action | authorize_in_spf | $ | 20 | 20 | 20 | open | 11
            action | publish_dkim | 203.0.113.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 203.0.113.0/24
            """),
        World.of(
            "label-ours-broken-list",
            "r/r none",
            """
            label  | 203.0.113.225 | our old server | ours
            mail   | 203.0.113.225 | 2 | 11-20 | $ | $ permerror | - | google
            source | 203.0.113.225 | authentication | own_spf | certain | own_permerror | missing | repair_spf publish_dkim | 20 | 20
            action | repair_spf | $ | 20 | 20 | 20 | open | 11
            action | publish_dkim | 203.0.113.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 203.0.113.0/24
            """),
        World.of(
            "label-theirs",
            "r/r none",
            """
            label  | 203.0.113.226 | not us | theirs
            mail   | 203.0.113.226 | 2 | 11-20 | $ | sendgrid.net pass | sendgrid.net pass | google
            source | 203.0.113.226 | spf_and_dkim_alignment | spoof_suspect | certain | pass_foreign | pass_foreign | enforce_policy | 0 | 0
            action | enforce_policy | $ | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | reject |
            """),
        World.of(
            "label-forwarder",
            "r/r none",
            """
            label  | 203.0.113.227 | the club | forwarder
            mail   | 203.0.113.227 | 2 | 11-20 | $ | $ fail | $ fail | google
            source | 203.0.113.227 | authentication | list_or_forward_broken | likely | own_fail | own_fail | none | 0 | 0
            domain | 0 20 0 | quarantine | 203.0.113.0/24
            """),
        World.of(
            "label-ours-vendor",
            "r/r none",
            """
            label  | 203.0.113.228/31 | | ours
            mail   | 203.0.113.228 | 2 | 11-20 | $ | sendgrid.net pass | sendgrid.net pass | google
            source | 203.0.113.228 | spf_and_dkim_alignment | vendor_unaligned | certain | pass_foreign | pass_foreign | vendor_dkim vendor_return_path | 20 | 20
            action | vendor_dkim | Twilio SendGrid | 20 | 20 | 20 | open | 11
            action | vendor_return_path | Twilio SendGrid | 20 | 20 | 20 | open | 11
            domain | 0 20 0 | none | twilio-sendgrid
            """),
        // A domain that is ours too, under which the service knows us.
        World.of(
            "label-ours-alias-domain",
            "r/r none",
            """
            label  | chief-domain.example | Google Workspace | ours
            mail   | 203.0.113.232 | 2 | 11-20 | $ | chief-domain.example pass | chief-domain-example.20230601.gappssmtp.com pass | google
            source | 203.0.113.232 | spf_and_dkim_alignment | vendor_unaligned | certain | pass_foreign | pass_foreign | vendor_dkim | * | 20
            action | vendor_dkim | Google Workspace | 20 | * | 20 | open | 11
            domain | 0 20 0 | none | google-workspace
            """),
        World.of(
            "label-theirs-on-ses",
            "r/r none",
            """
            label  | 203.0.113.230 | a stranger's account | theirs
            mail   | 203.0.113.230 | 2 | 11-20 | $ | gmail.com pass | amazonses.com pass | google
            source | 203.0.113.230 | spf_and_dkim_alignment | spoof_suspect | certain | pass_foreign | pass_foreign | enforce_policy | 0 | 0
            action | enforce_policy | $ | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | reject |
            """),
        World.of(
            "label-ours-broken-key",
            "r/r none",
            """
            label  | 203.0.113.231 | our shop | ours
            mail   | 203.0.113.231 | 2 | 11-20 | $ | - | $ permerror | google
            source | 203.0.113.231 | authentication | own_dkim | certain | missing | own_permerror | repair_dkim | 20 | 20
            action | repair_dkim | $ | 20 | 20 | 20 | open | 11
            domain | 0 20 0 | none | 203.0.113.0/24
            """));
  }
}

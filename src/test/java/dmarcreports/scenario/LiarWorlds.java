package dmarcreports.scenario;

import java.util.List;

/**
 * Reporters that contradict themselves or tell half: their verdict stands, and decides no class.
 */
final class LiarWorlds {
  private LiarWorlds() {}

  static List<World> all() {
    return List.of(
        World.of(
            "liar-echoes-raw-results",
            "r/r none",
            """
            mail   | 192.0.2.120 | 2 | 11-20 | $ | sendgrid.net pass | sendgrid.net pass | echo
            stream | twilio-sendgrid | reporter_inconsistent | 20 | 0
            domain | 20 0 0 | reject |
            """),
        World.of(
            "liar-says-fail",
            "r/r none",
            """
            mail   | 192.0.2.121 | 2 | 11-20 | $ | $ pass | $ pass | naysayer
            source | 192.0.2.121 | unexplained | reporter_inconsistent | certain | report_fail_contradicted | report_fail_contradicted | none | 0 | 0
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "liar-says-pass",
            "r/r none",
            """
            mail   | 192.0.2.122 | 2 | 11-20 | $ | x.bad.example fail | - | yeasayer
            stream | 192.0.2.0/24 | reporter_inconsistent | 20 | 0
            domain | 20 0 0 | reject |
            """),
        World.of(
            "liar-swaps-words",
            "r/r none",
            """
            mail   | 54.240.8.70 | 2 | 11-20 | $ | amazonses.com pass | $ pass, amazonses.com pass | swapped
            stream | amazon-ses | reporter_inconsistent | 20 | 0
            domain | 20 0 0 | reject |
            """),
        World.of(
            "liar-says-fail-of-one-leg",
            "r/r none",
            """
            mail   | 192.0.2.123 | 2 | 11-20 | $ | tenant.example pass | $ pass | naysayer
            source | 192.0.2.123 | unexplained | reporter_inconsistent | certain | pass_foreign | report_fail_contradicted | none | 0 | 0
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "mute-is-recomputed",
            "r/r none",
            """
            mail   | 192.0.2.124 | 3 | 11-20 | $ | $ pass | - | mute
            mail   | 192.0.2.124 | 2 | 11-20 | $ | sendgrid.net pass | sendgrid.net pass | mute
            source | 192.0.2.124 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim vendor_return_path ask_owner | 0 | 20
            action | vendor_dkim | Twilio SendGrid | 20 | 0 | 20 | open | 11
            action | vendor_return_path | Twilio SendGrid | 20 | 0 | 20 | open | 11
            action | ask_owner | Twilio SendGrid | 20 | 0 | 0 | open | 11
            domain | 30 20 0 | none | twilio-sendgrid
            """),
        World.of(
            "mute-under-strict",
            "s/r none",
            """
            mail   | 192.0.2.125 | 2 | 11-20 | $ | mail.$ pass | bad.example fail | mute
            source | 192.0.2.125 | spf_alignment | strict_mode | certain | strict_only | fail_foreign | relax_aspf publish_dkim | 20 | 20
            action | relax_aspf | $ | 20 | 20 | 20 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "blank-is-unknown",
            "r/r none",
            """
            mail   | 192.0.2.126 | 2 | 11-20 | $ | $ pass | $ pass | blank
            stream | 192.0.2.0/24 | unknown | 20 | 0
            domain | 0 0 20 | reject |
            """),
        World.of(
            "bare-failing",
            "r/r none",
            """
            mail   | 192.0.2.127 | 2 | 11-20 | $ | sendgrid.net pass | - | bare
            source | 192.0.2.127 | authentication | unknown | guess | missing | missing | ask_owner publish_dkim | * | *
            action | ask_owner | 192.0.2.0/24 | 20 | 0 | 0 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "bare-passing",
            "r/r none",
            """
            mail   | 192.0.2.128 | 2 | 11-20 | $ | $ pass | $ pass | bare
            stream | 192.0.2.0/24 | reporter_inconsistent | 20 | 0
            domain | 20 0 0 | reject |
            """),
        // An honest reporter beside a liar: the liar's messages change neither class nor bounds.
        World.of(
            "liar-beside-honest",
            "r/r none",
            """
            mail   | 54.240.8.71 | 4 | 11-20 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 54.240.8.71 | 1 | 11-20 | $ | amazonses.com pass | amazonses.com pass | naysayer
            mail   | 54.240.8.71 | 1 | 11-20 | $ | bounce.$ pass | amazonses.com pass | naysayer
            source | 54.240.8.71 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 50 | 60
            stream | amazon-ses | reporter_inconsistent | 10 | 10
            action | easy_dkim | $ | * | 50 | * | open | 11
            action | custom_mail_from | $ | * | 50 | * | open | 11
            domain | 0 60 0 | none | amazon-ses
            """));
  }
}

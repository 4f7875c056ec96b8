package dmarcreports.scenario;

import java.util.List;

/**
 * What once was advised and would have lost mail, or promised what did not come: each is a mistake
 * that was made.
 */
final class JudgementWorlds {
  private JudgementWorlds() {}

  static List<World> all() {
    return List.of(
        // Yours or not: no policy on nothing, none over a tool that was forgotten.
        World.of(
            "one-report-is-no-reason",
            "r/r none",
            """
            alone  |
            mail   | 192.0.2.1 | 9 | 20 | $ | $ pass | $ pass | google
            domain | 9 0 0 | unknown |
            """),
        World.of(
            "nothing-passes",
            "r/r none",
            """
            alone  |
            mail   | 192.0.2.1 | 9 | 1-20 | $ | x.bad.example fail | - | google
            mail   | 192.0.2.1 | 9 | 1-20 | $ | x.bad.example fail | - | yahoo
            source | 192.0.2.1 | authentication | spoof_suspect | guess | fail_foreign | missing | park_domain | 0 | 0
            action | park_domain | $ | 360 | 0 | 0 | open | 1
            domain | 0 360 0 | unknown |
            """),
        World.of(
            "payroll-tool",
            "r/r none",
            """
            mail   | 203.0.113.60 | 10000 | 1-30 | $ | pay.tool.example pass | tool.example pass | google
            source | 203.0.113.60 | spf_and_dkim_alignment | unknown_third_party | guess | pass_foreign | pass_foreign | ask_owner | 0 | 0
            action | ask_owner | tool.example | 300000 | 0 | 0 | open | 1
            domain | 0 300000 0 | none | 203.0.113.0/24
            """),
        World.of(
            "receiver-denies-its-own-checks",
            "r/r none",
            """
            mail   | 203.0.113.61 | 211 | 20 | $ | $ pass | $ pass | naysayer
            mail   | 203.0.113.62 | 1 | 20 | $ | x.bad.example fail | - | google
            source | 203.0.113.61 | unexplained | reporter_inconsistent | certain | report_fail_contradicted | report_fail_contradicted | none | 0 | 0
            source | 203.0.113.62 | authentication | spoof_suspect | guess | fail_foreign | missing | enforce_policy | 0 | 0
            action | enforce_policy | $ | 1 | 0 | 0 | open | 20
            domain | 0 212 0 | none | 203.0.113.0/24
            """),
        // A key that verifies nowhere is broken at the sender, not by a list.
        World.of(
            "stranger-signs-with-a-broken-key",
            "r/r none",
            """
            mail   | 203.0.113.63 | 5000 | 1-30 | $ | mail.tool.example pass | k9@$ fail, tool.example pass | google
            source | 203.0.113.63 | spf_and_dkim_alignment | unknown_third_party | guess | pass_foreign | own_fail | ask_owner repair_dkim | 0 | 150000
            action | ask_owner | tool.example | 150000 | 0 | 0 | open | 1
            action | repair_dkim | $ | 150000 | 0 | 150000 | open | 1
            order  | ask_owner repair_dkim
            domain | 0 150000 0 | none | 203.0.113.0/24
            """),
        // Another customer of the same service.
        World.of(
            "other-customers-of-microsoft",
            "r/r none",
            """
            mail   | 203.0.113.64 | 2 | 11-20 | $ | mail.tenant.example pass | contoso.onmicrosoft.com pass | google
            mail   | 203.0.113.65 | 2 | 11-20 | $ | tenant.example pass | tenant.onmicrosoft.com pass | google
            source | 203.0.113.64 | spf_and_dkim_alignment | unknown_third_party | guess | pass_foreign | pass_foreign | ask_owner | 0 | 0
            source | 203.0.113.65 | spf_and_dkim_alignment | unknown_third_party | guess | pass_foreign | pass_foreign | ask_owner | 0 | 0
            action | ask_owner | contoso.onmicrosoft.com | 20 | 0 | 0 | open | 11
            action | ask_owner | tenant.example | 20 | 0 | 0 | open | 11
            domain | 0 40 0 | none | 203.0.113.0/24
            """),
        World.of(
            "other-customers-of-google",
            "r/r none",
            """
            mail   | 203.0.113.68-93 | 1 | 18-20 | $ | mail.elsewhere.example pass | elsewhere-example.20230601.gappssmtp.com pass | google
            source | 203.0.113.68-93 | spf_and_dkim_alignment | unknown_third_party | guess | pass_foreign | pass_foreign | ask_owner | 0 | 0
            action | ask_owner | elsewhere.example | 78 | 0 | 0 | open | 18
            domain | 0 78 0 | none | 203.0.113.0/24
            """),
        World.of(
            "other-customer-of-microsoft-forwards",
            "r/r none",
            """
            mail   | 203.0.113.66 | 2 | 11-20 | $ | - | $ fail, contoso.onmicrosoft.com pass | google | reason=local_policy: arc=pass
            source | 203.0.113.66 | dkim_alignment | list_or_forward_broken | likely | missing | own_fail | none | 0 | 0
            domain | 0 20 0 | quarantine | microsoft-365
            """),
        // Whose mail it is comes first; mail that is signed already is not promised a signature.
        World.of(
            "asked-before-signed",
            "r/r none",
            """
            mail   | 203.0.113.67 | 2756 | 20 | $ | $ fail | k9@$ fail | google
            mail   | 203.0.113.67 | 2 | 20 | $ | $ fail | - | google
            source | 203.0.113.67 | authentication | unknown | guess | own_fail | own_fail | ask_owner repair_dkim publish_dkim | 0 | 2758
            action | ask_owner | 203.0.113.0/24 | 2758 | 0 | 0 | open | 20
            action | repair_dkim | $ | 2756 | 0 | 2756 | open | 20
            action | publish_dkim | 203.0.113.0/24 | 2 | 0 | 2 | open | 20
            order  | ask_owner repair_dkim publish_dkim
            domain | 0 2758 0 | none | 203.0.113.0/24
            """),
        // Done, and nobody names the service any more: the same address goes on sending good mail.
        World.of(
            "vendor-done-twice",
            "r/r none",
            """
            mail   | 203.0.113.88 | 4 | 1-12 | $ | sendgrid.net pass | sendgrid.net pass | google
            mail   | 203.0.113.88 | 4 | 13-30 | $ | em1.$ pass | s9@$ pass | google
            source | 203.0.113.88 | * | vendor_unaligned | likely | * | * | vendor_dkim vendor_return_path ask_owner | 0 | 48
            action | vendor_dkim | Twilio SendGrid | 48 | 0 | 48 | repaired | 13
            action | vendor_return_path | Twilio SendGrid | 48 | 0 | 48 | repaired | 13
            action | ask_owner | Twilio SendGrid | 48 | 0 | 0 | repaired | 13
            domain | 72 48 0 | none | twilio-sendgrid
            """),
        World.of(
            "ses-done-and-one-signature-shown",
            "r/r none",
            """
            mail   | 54.240.8.89 | 4 | 1-12 | $ | amazonses.com pass | amazonses.com pass | yahoo
            mail   | 54.240.8.89 | 4 | 13-30 | $ | bounce.$ pass | tok@$ pass, amazonses.com pass | one_key
            source | 54.240.8.89 | * | ses_unaligned | certain | * | * | easy_dkim custom_mail_from | 48 | 48
            action | easy_dkim | $ | 48 | 48 | 48 | repaired | 13
            action | custom_mail_from | $ | 48 | 48 | 48 | repaired | 13
            domain | 72 48 0 | none | amazon-ses
            """));
  }
}

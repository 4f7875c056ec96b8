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
        // Bounds that a true world broke.
        World.of(
            "own-identity-is-made-where-mail-is-signed",
            "r/s none",
            """
            mail   | 54.240.8.80 | 1 | 11-20 | news.$ | amazonses.com pass | amazonses.com pass | google
            mail   | 192.0.2.80 | 9 | 11-20 | news.$ | $ softfail | $ pass | google
            source | 54.240.8.80 | * | ses_unaligned | certain | * | * | own_identity easy_dkim custom_mail_from | 10 | 10
            source | 192.0.2.80 | * | strict_mode | certain | * | * | relax_adkim own_identity | 90 | 90
            action | relax_adkim | $ | 90 | 90 | 90 | open | 11
            action | own_identity | news.$ | 90 | 90 | 90 | open | 11
            action | own_identity+easy_dkim | news.$ | 10 | 10 | 10 | open | 11
            action | custom_mail_from | news.$ | 10 | 10 | 10 | open | 11
            domain | 0 100 0 | none | 192.0.2.0/24 amazon-ses
            """),
        World.of(
            "altered-beside-a-missing-key",
            "r/r none",
            """
            alone  |
            mail   | 192.0.2.81 | 9 | 11-20 | $ | $ pass | k1@$ pass | google
            mail   | 192.0.2.82 | 6 | 11-20 | $ | - | k1@$ fail, k2@$ permerror | google
            source | 192.0.2.82 | authentication | own_dkim | likely | missing | own_permerror | repair_dkim | 0 | 0
            action | repair_dkim | $ | 60 | 0 | 0 | open | 11
            domain | 90 60 0 | none | 192.0.2.0/24
            """),
        World.of(
            "ses-without-a-word-on-spf",
            "r/r none",
            """
            mail   | 54.240.8.81 | 2 | 11-20 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 54.240.8.82 | 1 | 11-20 | $ | - | amazonses.com pass | google
            source | 54.240.8.81 | * | ses_unaligned | certain | * | * | easy_dkim custom_mail_from | 20 | 20
            source | 54.240.8.82 | * | ses_unaligned | certain | missing | * | easy_dkim | 10 | 10
            action | easy_dkim | $ | 30 | 30 | 30 | open | 11
            action | custom_mail_from | $ | 30 | 20 | 30 | open | 11
            domain | 0 30 0 | none | amazon-ses
            """),
        World.of(
            "ses-behind-a-forwarder-that-signs",
            "r/r none",
            """
            mail   | 54.240.8.83 | 2 | 11-20 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 203.0.113.83 | 1 | 11-20 | $ | forward.example pass | forward.example pass, amazonses.com pass | google
            mail   | 203.0.113.84 | 1 | 11-20 | $ | relay.example pass | relay.example pass, amazonses.com pass | google | reason=forwarded
            source | 54.240.8.83 | * | ses_unaligned | certain | * | * | easy_dkim custom_mail_from | 20 | 20
            source | 203.0.113.83 | * | unknown_third_party | guess | * | * | ask_owner | 0 | 0
            source | 203.0.113.84 | * | list_or_forward_broken | likely | * | * | none | 0 | 0
            action | easy_dkim | $ | 40 | 30 | 40 | open | 11
            action | custom_mail_from | $ | 20 | 20 | 20 | open | 11
            action | ask_owner | forward.example | 10 | 0 | 0 | open | 11
            domain | 0 40 0 | none | 203.0.113.0/24 amazon-ses
            """),
        World.of(
            "signature-fails-and-passes-as-the-parent",
            "r/s none",
            """
            mail   | 192.0.2.85 | 1 | 11-20 | news.$ | $ pass | $ fail | google
            mail   | 192.0.2.85 | 9 | 11-20 | news.$ | - | $ pass | google
            stream | 192.0.2.0/24 | ok_spf_only | 10 | 0
            source | 192.0.2.85 | * | strict_mode | certain | * | * | relax_adkim own_identity | 90 | 90
            action | relax_adkim | $ | 90 | 90 | 90 | open | 11
            action | own_identity | news.$ | 90 | 90 | 90 | open | 11
            domain | 10 90 0 | none | 192.0.2.0/24
            """),
        World.of(
            "two-own-keys-missing",
            "r/r none",
            """
            mail   | 192.0.2.86 | 3 | 11-20 | $ | $ pass | - | google
            mail   | 192.0.2.86 | 2 | 11-20 | $ | - | k3@mail.$ permerror, k4@$ permerror | google
            mail   | 192.0.2.86 | 1 | 11-20 | $ | - | k3@mail.$ permerror | google
            mail   | 192.0.2.86 | 1 | 11-20 | $ | - | k4@$ permerror | google
            source | 192.0.2.86 | * | own_dkim | likely | * | * | repair_dkim | 40 | 40
            action | repair_dkim | $ | 30 | 30 | 30 | open | 11
            action | repair_dkim | mail.$ | 30 | 30 | 30 | open | 11
            domain | 30 40 0 | none | 192.0.2.0/24
            """),
        World.of(
            "microsoft-with-the-parents-path",
            "s/r none",
            """
            mail   | 203.0.113.87 | 2 | 11-20 | news.$ | $ pass | microsoft-with-the-parents-path.onmicrosoft.com pass | google
            mail   | 203.0.113.87 | 2 | 11-20 | news.$ | contoso.onmicrosoft.com pass | - | google
            actions |
            source | 203.0.113.87 | * | * | * | * | * | * | * | *
            action | vendor_return_path | Microsoft 365 | 40 | 0 | 40 | open | 11
            domain | 0 40 0 | none | microsoft-365
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

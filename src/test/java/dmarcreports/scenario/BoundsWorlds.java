package dmarcreports.scenario;

import java.util.List;

/** Bounds that a true world once broke: what is promised must be what then happens. */
final class BoundsWorlds {
  private BoundsWorlds() {}

  static List<World> all() {
    return List.of(
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
        World.of(
            "key-repaired-at-ses-beside-an-own-server",
            "r/s none",
            """
            mail   | 54.240.8.90 | 1 | 11-20 | news.$ | amazonses.com pass | tok@$ permerror, amazonses.com pass | google
            mail   | 192.0.2.90 | 9 | 11-20 | news.$ | $ softfail | $ pass | google
            actions |
            source | 54.240.8.90 | * | ses_dkim_broken | certain | * | * | * | 10 | 10
            source | 192.0.2.90 | * | strict_mode | certain | * | * | relax_adkim own_identity | 90 | 90
            action | repair_easy_dkim+own_identity | $ | 10 | 10 | 10 | open | 11
            domain | 0 100 0 | none | 192.0.2.0/24 amazon-ses
            """),
        World.of(
            "identity-at-ses-and-at-an-own-server",
            "r/s none",
            """
            mail   | 54.240.8.91 | 1 | 11-20 | news.$ | amazonses.com pass | tok@$ pass, amazonses.com pass | google
            mail   | 192.0.2.91 | 9 | 11-20 | news.$ | $ softfail | $ pass | google
            source | 54.240.8.91 | * | strict_mode | certain | * | * | relax_adkim own_identity | 10 | 10
            source | 192.0.2.91 | * | strict_mode | certain | * | * | relax_adkim own_identity | 90 | 90
            action | relax_adkim | $ | 100 | 100 | 100 | open | 11
            action | own_identity | news.$ | 100 | 100 | 100 | open | 11
            says   | own_identity | news.$ | aws sesv2
            says   | own_identity | news.$ | Have the server sign with d=news.$
            domain | 0 100 0 | none | 192.0.2.0/24 amazon-ses
            """),
        World.of(
            "sendgrid-without-a-word-on-spf",
            "r/r none",
            """
            label  | 203.0.113.240 | our newsletter | ours
            label  | 203.0.113.241 | our newsletter | ours
            mail   | 203.0.113.240 | 2 | 11-20 | $ | sendgrid.net pass | sendgrid.net pass | google
            mail   | 203.0.113.241 | 1 | 11-20 | $ | - | sendgrid.net pass | google
            actions |
            source | 203.0.113.240 | * | vendor_unaligned | certain | * | * | vendor_dkim vendor_return_path | 20 | 20
            source | 203.0.113.241 | * | vendor_unaligned | certain | missing | * | * | 10 | 10
            action | vendor_dkim | Twilio SendGrid | 30 | 30 | 30 | open | 11
            action | vendor_return_path | Twilio SendGrid | 30 | 20 | 30 | open | 11
            domain | 0 30 0 | none | twilio-sendgrid
            """),
        World.of(
            "passes-as-parent-no-spf",
            "r/s none",
            """
            mail   | 192.0.2.94 | 1 | 11-20 | news.$ | $ softfail | $ fail | google
            mail   | 192.0.2.94 | 9 | 11-20 | news.$ | $ softfail | $ pass | google
            mail   | 203.0.113.94 | 1 | 11-20 | news.$ | abc.bnc.salesforce.com pass | abc.salesforce.com pass | google
            actions |
            source | 192.0.2.94 | * | strict_mode | certain | * | * | * | 90 | 100
            source | 203.0.113.94 | * | vendor_unaligned | * | * | * | * | * | *
            action | repair_dkim+own_identity | $ | 100 | 90 | 100 | open | 11
            silent | repair_dkim+own_identity | $ | Salesforce
            domain | 0 110 0 | none | 192.0.2.0/24 salesforce
            """),
        World.of(
            "record-relaxed-in-the-middle",
            "r/s none",
            """
            policy | 16-20 | r/r none
            mail   | 54.240.8.95 | 2 | 11-15 | news.$ | amazonses.com pass | amazonses.com pass | google
            mail   | 54.240.8.96 | 1 | 16-20 | a.news.$ | amazonses.com pass | amazonses.com pass | google
            actions |
            source | 54.240.8.95 | * | ses_unaligned | certain | * | * | * | 10 | 10
            source | 54.240.8.96 | * | ses_unaligned | certain | * | * | * | 5 | 5
            action | own_identity+easy_dkim | news.$ | 15 | 10 | 15 | open | 11
            domain | 0 15 0 | none | amazon-ses
            """),
        World.of(
            "own-failure-beside-amazons-signature",
            "r/r none",
            """
            mail   | 54.240.8.97 | 3 | 11-20 | $ | amazonses.com pass | tok@$ fail, amazonses.com pass | google
            actions |
            source | 54.240.8.97 | * | ses_dkim_broken | certain | * | own_fail | * | 30 | 30
            action | repair_easy_dkim | $ | 30 | 30 | 30 | open | 11
            domain | 0 30 0 | none | amazon-ses
            """),
        World.of(
            "own-failure-beside-amazons-failure",
            "r/r none",
            """
            mail   | 54.240.8.98 | 3 | 11-20 | $ | amazonses.com pass | tok@$ fail, amazonses.com fail | google
            actions |
            source | 54.240.8.98 | * | * | * | * | own_fail | * | * | *
            action | repair_easy_dkim | $ | 30 | 0 | 0 | open | 11
            domain | 0 30 0 | none | amazon-ses
            """),
        World.of(
            "relaxing-tells-what-reports-leave-out",
            "s/s none",
            """
            mail   | 192.0.2.99 | 2 | 11-20 | $ | mail.$ pass | mail.$ pass | google
            actions |
            source | 192.0.2.99 | * | strict_mode | certain | * | * | * | 20 | 20
            action | relax_aspf | $ | 20 | 20 | 20 | open | 11
            says   | relax_aspf | $ | more mail may pass
            says   | relax_adkim | $ | more mail may pass
            domain | 0 20 0 | none | 192.0.2.0/24
            """));
  }
}

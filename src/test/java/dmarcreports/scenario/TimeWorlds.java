package dmarcreports.scenario;

import java.util.List;

/** What became of failures: repaired, back, gone silent. Today is the newest day of each domain. */
final class TimeWorlds {
  private TimeWorlds() {}

  static List<World> all() {
    return List.of(
        World.of(
            "time-repaired",
            "r/r none",
            """
            mail   | 54.240.8.80 | 4 | 1-15 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 54.240.8.80 | 4 | 16-30 | $ | amazonses.com pass | $ pass, amazonses.com pass | google
            action | easy_dkim | $ | 60 | 60 | 60 | repaired | 16
            action | custom_mail_from | $ | 60 | 60 | 60 | repaired | 16
            source | 54.240.8.80 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 60 | 60
            domain | 60 60 0 | none | amazon-ses
            """),
        World.of(
            "time-repaired-on-other-addresses",
            "r/r none",
            """
            mail   | 54.240.8.81 | 2 | 1-15 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 198.51.100.81 | 2 | 18-30 | $ | eu-west-1.amazonses.com pass | $ pass, amazonses.com pass | google
            source | 54.240.8.81 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 30 | 30
            action | easy_dkim | $ | 30 | 30 | 30 | repaired | 18
            action | custom_mail_from | $ | 30 | 30 | 30 | repaired | 18
            domain | 26 30 0 | none | amazon-ses
            """),
        World.of(
            "time-seven-days-are-enough",
            "r/r none",
            """
            mail   | 54.240.8.82 | 2 | 1-23 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 54.240.8.82 | 2 | 24-30 | $ | amazonses.com pass | $ pass, amazonses.com pass | google
            source | 54.240.8.82 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 46 | 46
            action | easy_dkim | $ | 46 | 46 | 46 | repaired | 24
            action | custom_mail_from | $ | 46 | 46 | 46 | repaired | 24
            domain | 14 46 0 | none | amazon-ses
            """),
        World.of(
            "time-six-days-are-not",
            "r/r none",
            """
            mail   | 54.240.8.83 | 2 | 1-24 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 54.240.8.83 | 2 | 25-30 | $ | amazonses.com pass | $ pass, amazonses.com pass | google
            source | 54.240.8.83 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 48 | 48
            action | easy_dkim | $ | 48 | 48 | 48 | open | 1
            action | custom_mail_from | $ | 48 | 48 | 48 | open | 1
            domain | 12 48 0 | none | amazon-ses
            """),
        World.of(
            "time-back",
            "r/r none",
            """
            mail   | 54.240.8.84 | 2 | 1-8,21-30 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 54.240.8.84 | 2 | 9-20 | $ | amazonses.com pass | $ pass, amazonses.com pass | google
            source | 54.240.8.84 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 36 | 36
            action | easy_dkim | $ | 36 | 36 | 36 | back | 21
            action | custom_mail_from | $ | 36 | 36 | 36 | back | 21
            domain | 24 36 0 | none | amazon-ses
            """),
        World.of(
            "time-four-good-days-are-no-repair",
            "r/r none",
            """
            mail   | 54.240.8.85 | 2 | 1-8,13-30 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 54.240.8.85 | 2 | 9-12 | $ | amazonses.com pass | $ pass, amazonses.com pass | google
            source | 54.240.8.85 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 52 | 52
            action | easy_dkim | $ | 52 | 52 | 52 | open | 1
            action | custom_mail_from | $ | 52 | 52 | 52 | open | 1
            domain | 8 52 0 | none | amazon-ses
            """),
        World.of(
            "time-back-and-repaired-again",
            "r/r none",
            """
            mail   | 54.240.8.86 | 2 | 1-4,15-16 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 54.240.8.86 | 2 | 5-14,17-30 | $ | amazonses.com pass | $ pass, amazonses.com pass | google
            source | 54.240.8.86 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 12 | 12
            action | easy_dkim | $ | 12 | 12 | 12 | repaired | 17
            action | custom_mail_from | $ | 12 | 12 | 12 | repaired | 17
            domain | 48 12 0 | none | amazon-ses
            """),
        World.of(
            "time-silent",
            "r/r none",
            """
            mail   | 192.0.2.140 | 1 | 1-30 | $ | $ pass | $ pass | google
            mail   | 192.0.2.141 | 2 | 1-10 | $ | sendgrid.net pass | sendgrid.net pass | google
            source | 192.0.2.141 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim vendor_return_path ask_owner | 0 | 20
            action | vendor_dkim | Twilio SendGrid | 20 | 0 | 20 | silent | 11
            action | vendor_return_path | Twilio SendGrid | 20 | 0 | 20 | silent | 11
            action | ask_owner | Twilio SendGrid | 20 | 0 | 0 | silent | 11
            domain | 30 20 0 | none | twilio-sendgrid
            """),
        World.of(
            "time-fourteen-days-are-silence",
            "r/r none",
            """
            mail   | 192.0.2.142 | 1 | 1-30 | $ | $ pass | $ pass | google
            mail   | 203.0.113.142 | 2 | 10-16 | $ | mail.stranger.example pass | - | google
            source | 203.0.113.142 | spf_alignment | unknown_third_party | guess | pass_foreign | missing | ask_owner | 0 | 0
            action | ask_owner | stranger.example | 14 | 0 | 0 | silent | 17
            domain | 30 14 0 | none | 203.0.113.0/24
            """),
        World.of(
            "time-thirteen-days-are-none",
            "r/r none",
            """
            mail   | 192.0.2.143 | 1 | 1-30 | $ | $ pass | $ pass | google
            mail   | 203.0.113.143 | 2 | 10-17 | $ | mail.stranger.example pass | - | google
            source | 203.0.113.143 | spf_alignment | unknown_third_party | guess | pass_foreign | missing | ask_owner | 0 | 0
            action | ask_owner | stranger.example | 16 | 0 | 0 | open | 10
            domain | 30 16 0 | none | 203.0.113.0/24
            """),
        World.of(
            "time-mail-from-fell-back",
            "r/r none",
            """
            mail   | 198.51.100.90 | 2 | 1-20 | $ | bounce.$ pass | amazonses.com pass | google
            mail   | 198.51.100.90 | 2 | 21-30 | $ | eu-west-1.amazonses.com pass | amazonses.com pass | google
            source | 198.51.100.90 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 20 | 20
            action | easy_dkim | $ | 20 | 20 | 20 | open | 21
            action | custom_mail_from | $ | 20 | 20 | 20 | open | 21
            says   | custom_mail_from | $ | bounce.$
            says   | custom_mail_from | $ | MX
            domain | 40 20 0 | none | amazon-ses
            """),
        World.of(
            "time-relaxed-halfway",
            "s/r none",
            """
            policy | 16-30 | r/r none
            mail   | 192.0.2.144 | 2 | 1-30 | $ | mail.$ pass | - | fastmail
            source | 192.0.2.144 | spf_alignment | strict_mode | certain | strict_only | missing | relax_aspf publish_dkim | 30 | 30
            action | relax_aspf | $ | 30 | 30 | 30 | repaired | 16
            action | publish_dkim | 192.0.2.0/24 | 30 | * | * | repaired | 16
            domain | 30 30 0 | none | 192.0.2.0/24
            """),
        World.of(
            "time-list-mended",
            "r/r none",
            """
            mail   | 192.0.2.145 | 2 | 1-10 | $ | $ permerror | - | google
            mail   | 192.0.2.145 | 2 | 11-30 | $ | $ pass | - | google
            source | 192.0.2.145 | authentication | own_spf | likely | own_permerror | missing | repair_spf publish_dkim | * | 20
            action | repair_spf | $ | 20 | 0 | 20 | repaired | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | repaired | 11
            domain | 40 20 0 | none | 192.0.2.0/24
            """));
  }
}

package dmarcreports.scenario;

import java.util.List;

/** Mail through Amazon SES, set up in all the ways in which it can be set up or not. */
final class SesWorlds {
  private SesWorlds() {}

  static List<World> all() {
    return List.of(
        // Nothing set up, in six regions.
        World.of(
            "ses-us-east-1",
            "r/r none",
            """
            mail   | 54.240.8.13 | 4 | 11-20 | $ | amazonses.com pass | amazonses.com pass | google
            source | 54.240.8.13 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 40 | 40
            stream | amazon-ses | ses_unaligned | 40 | 40
            action | easy_dkim | $ | 40 | 40 | 40 | open | 11
            action | custom_mail_from | $ | 40 | 40 | 40 | open | 11
            says   | custom_mail_from | $ | feedback-smtp.us-east-1.amazonses.com
            says   | custom_mail_from | $ | include:amazonses.com
            says   | easy_dkim | $ | _domainkey.$
            domain | 0 40 0 | none | amazon-ses
            """),
        World.of(
            "ses-us-west-2",
            "r/r none",
            """
            mail   | 198.51.100.1-2 | 3 | 11-20 | $ | us-west-2.amazonses.com pass | amazonses.com pass | yahoo
            source | 198.51.100.1-2 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 30 | 30
            action | easy_dkim | $ | 60 | 60 | 60 | open | 11
            action | custom_mail_from | $ | 60 | 60 | 60 | open | 11
            says   | custom_mail_from | $ | feedback-smtp.us-west-2.amazonses.com
            domain | 0 60 0 | none | amazon-ses
            """),
        World.of(
            "ses-eu-west-1",
            "r/r quarantine",
            """
            mail   | 198.51.100.3 | 2 | 11-20 | $ | eu-west-1.amazonses.com pass | amazonses.com pass | fastmail
            source | 198.51.100.3 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 20 | 20
            action | easy_dkim | $ | 20 | 20 | 20 | open | 11
            action | custom_mail_from | $ | 20 | 20 | 20 | open | 11
            says   | custom_mail_from | $ | feedback-smtp.eu-west-1.amazonses.com
            domain | 0 20 0 | none | amazon-ses
            """),
        World.of(
            "ses-eu-central-1",
            "r/r reject sp",
            """
            policy | 1-30 | r/r reject none
            mail   | 198.51.100.4 | 2 | 11-20 | news.$ | eu-central-1.amazonses.com pass | amazonses.com pass | yahoo
            source | 198.51.100.4 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 20 | 20
            action | easy_dkim | news.$ | 20 | 20 | 20 | open | 11
            action | custom_mail_from | news.$ | 20 | 20 | 20 | open | 11
            domain | 0 20 0 | none | amazon-ses
            """),
        World.of(
            "ses-ap-northeast-1",
            "r/r none",
            """
            mail   | 198.51.100.5 | 2 | 11-20 | $ | ap-northeast-1.amazonses.com pass | amazonses.com pass | google
            mail   | 198.51.100.5 | 5 | 15-20 | $ | ap-northeast-1.amazonses.com pass | amazonses.com pass | fastmail
            source | 198.51.100.5 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 50 | 50
            action | easy_dkim | $ | 50 | 50 | 50 | open | 11
            action | custom_mail_from | $ | 50 | 50 | 50 | open | 11
            domain | 0 50 0 | none | amazon-ses
            """),
        World.of(
            "ses-ap-southeast-2",
            "r/r reject",
            """
            mail   | 198.51.100.6 | 1 | 11-20 | $ | ap-southeast-2.amazonses.com pass | amazonses.com pass | yahoo | twice
            source | 198.51.100.6 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 10 | 10
            action | easy_dkim | $ | 10 | 10 | 10 | open | 11
            action | custom_mail_from | $ | 10 | 10 | 10 | open | 11
            domain | 0 10 0 | none | amazon-ses
            """),
        // Two regions are one service; each From is an identity of its own.
        World.of(
            "ses-two-identities",
            "r/r none",
            """
            mail   | 54.240.8.14 | 3 | 11-20 | news.$ | amazonses.com pass | amazonses.com pass | google
            mail   | 198.51.100.7 | 2 | 11-20 | shop.$ | eu-west-1.amazonses.com pass | amazonses.com pass | google
            source | 54.240.8.14 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 30 | 30
            source | 198.51.100.7 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 20 | 20
            action | easy_dkim | news.$ | 30 | 30 | 30 | open | 11
            action | custom_mail_from | news.$ | 30 | 30 | 30 | open | 11
            action | easy_dkim | shop.$ | 20 | 20 | 20 | open | 11
            action | custom_mail_from | shop.$ | 20 | 20 | 20 | open | 11
            domain | 0 50 0 | none | amazon-ses
            """),
        World.of(
            "ses-ipv6",
            "r/r none",
            """
            mail   | 2001:db8:5e5::1 | 2 | 11-20 | $ | eu-west-1.amazonses.com pass | amazonses.com pass | fastmail
            source | 2001:db8:5e5::1 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 20 | 20
            action | easy_dkim | $ | 20 | 20 | 20 | open | 11
            action | custom_mail_from | $ | 20 | 20 | 20 | open | 11
            domain | 0 20 0 | none | amazon-ses
            """),
        // A custom MAIL FROM domain aligns in relaxed mode alone; relaxing alone helps nothing.
        World.of(
            "ses-aspf-strict",
            "s/r none",
            """
            mail   | 54.240.8.15 | 4 | 11-20 | $ | amazonses.com pass | amazonses.com pass | google
            source | 54.240.8.15 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from relax_aspf | 40 | 40
            action | easy_dkim | $ | 40 | 40 | 40 | open | 11
            action | custom_mail_from+relax_aspf | $ | 40 | 40 | 40 | open | 11
            domain | 0 40 0 | none | amazon-ses
            """),
        World.of(
            "ses-strict",
            "s/s none",
            """
            mail   | 54.240.8.16 | 4 | 11-20 | $ | amazonses.com pass | amazonses.com pass | google
            source | 54.240.8.16 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from relax_aspf | 40 | 40
            action | easy_dkim | $ | 40 | 40 | 40 | open | 11
            action | custom_mail_from+relax_aspf | $ | 40 | 40 | 40 | open | 11
            domain | 0 40 0 | none | amazon-ses
            """),
        World.of(
            "ses-adkim-strict-subdomain",
            "r/s none",
            """
            mail   | 54.240.8.17 | 4 | 11-20 | news.$ | amazonses.com pass | amazonses.com pass | google
            source | 54.240.8.17 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | own_identity easy_dkim custom_mail_from | 40 | 40
            action | own_identity+easy_dkim | news.$ | 40 | 40 | 40 | open | 11
            action | custom_mail_from | news.$ | 40 | 40 | 40 | open | 11
            domain | 0 40 0 | none | amazon-ses
            """),
        World.of(
            "ses-strict-subdomain",
            "s/s none",
            """
            mail   | 54.240.8.18 | 4 | 11-20 | news.$ | amazonses.com pass | amazonses.com pass | google
            source | 54.240.8.18 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | own_identity easy_dkim custom_mail_from relax_aspf | 40 | 40
            action | own_identity+easy_dkim | news.$ | 40 | 40 | 40 | open | 11
            action | custom_mail_from+relax_aspf | news.$ | 40 | 40 | 40 | open | 11
            domain | 0 40 0 | none | amazon-ses
            """),
        World.of(
            "ses-mail-from-under-strict",
            "s/r none",
            """
            mail   | 54.240.8.19 | 4 | 11-20 | $ | bounce.$ pass | amazonses.com pass | google
            source | 54.240.8.19 | spf_and_dkim_alignment | strict_mode | certain | strict_only | pass_foreign | relax_aspf easy_dkim | 40 | 40
            action | relax_aspf | $ | 40 | 40 | 40 | open | 11
            action | easy_dkim | $ | 40 | 40 | 40 | open | 11
            domain | 0 40 0 | none | amazon-ses
            """),
        World.of(
            "ses-parents-key-under-strict",
            "r/s none",
            """
            mail   | 54.240.8.20 | 4 | 11-20 | news.$ | amazonses.com pass | $ pass, amazonses.com pass | google
            source | 54.240.8.20 | spf_and_dkim_alignment | strict_mode | certain | pass_foreign | strict_only | relax_adkim own_identity | 40 | 40
            action | relax_adkim | $ | 40 | 40 | 40 | open | 11
            action | own_identity | news.$ | 40 | 40 | 40 | open | 11
            domain | 0 40 0 | none | amazon-ses
            """),
        // Set up well enough: no failing source, no action.
        World.of(
            "ses-easy-dkim",
            "r/r reject",
            """
            mail   | 54.240.8.21 | 4 | 11-20 | $ | amazonses.com pass | $ pass, amazonses.com pass | google
            stream | amazon-ses | ok_dkim_only | 40 | 0
            domain | 40 0 0 | reject |
            """),
        World.of(
            "ses-mail-from",
            "r/r none",
            """
            mail   | 54.240.8.22 | 4 | 11-20 | $ | bounce.$ pass | amazonses.com pass | google
            stream | amazon-ses | ok_spf_only | 40 | 0
            domain | 40 0 0 | reject |
            """),
        World.of(
            "ses-both",
            "r/r none",
            """
            mail   | 54.240.8.23 | 4 | 11-20 | $ | bounce.$ pass | $ pass, amazonses.com pass | fastmail
            stream | amazon-ses | healthy | 40 | 0
            domain | 40 0 0 | reject |
            """),
        World.of(
            "ses-from-is-mail-from",
            "s/s reject",
            """
            mail   | 54.240.8.24 | 4 | 11-20 | bounce.$ | bounce.$ pass | amazonses.com pass | yahoo
            stream | amazon-ses | ok_spf_only | 40 | 0
            domain | 40 0 0 | reject |
            """));
  }
}

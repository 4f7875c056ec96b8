package dmarcreports.scenario;

import java.util.List;

/** Mail through Amazon SES that was passed on, whose keys are broken, or that reports show half. */
final class SesTroubleWorlds {
  private SesTroubleWorlds() {}

  static List<World> all() {
    return List.of(
        // Passed on: a signature goes with the mail, a return path does not.
        World.of(
            "ses-forwarded",
            "r/r none",
            """
            mail   | 203.0.113.41 | 3 | 11-20 | $ | gmail.com pass | amazonses.com pass | google
            source | 203.0.113.41 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim | 30 | 30
            action | easy_dkim | $ | 30 | 30 | 30 | open | 11
            domain | 0 30 0 | none | amazon-ses
            """),
        World.of(
            "ses-forwarded-signed",
            "r/r none",
            """
            mail   | 203.0.113.41 | 3 | 11-20 | $ | gmail.com pass | $ pass, amazonses.com pass | google
            stream | amazon-ses | forwarded_ok | 30 | 0
            domain | 30 0 0 | reject |
            """),
        World.of(
            "ses-forwarded-by-stranger",
            "r/r none",
            """
            mail   | 203.0.113.42 | 3 | 11-20 | $ | tenant.example pass | amazonses.com pass | yahoo
            source | 203.0.113.42 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim | 30 | 30
            action | easy_dkim | $ | 30 | 30 | 30 | open | 11
            domain | 0 30 0 | none | amazon-ses
            """),
        World.of(
            "ses-forwarded-plainly",
            "r/r none",
            """
            mail   | 203.0.113.43 | 3 | 11-20 | $ | amazonses.com fail | amazonses.com pass | yahoo
            source | 203.0.113.43 | dkim_alignment | ses_unaligned | certain | fail_foreign | pass_foreign | easy_dkim | 30 | 30
            action | easy_dkim | $ | 30 | 30 | 30 | open | 11
            domain | 0 30 0 | none | amazon-ses
            """),
        World.of(
            "ses-direct-and-forwarded",
            "r/r none",
            """
            mail   | 54.240.8.30 | 4 | 11-20 | $ | amazonses.com pass | amazonses.com pass | google
            mail   | 203.0.113.41 | 2 | 11-20 | $ | gmail.com pass | amazonses.com pass | google
            source | 54.240.8.30 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 40 | 40
            source | 203.0.113.41 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim | 20 | 20
            action | easy_dkim | $ | 60 | 60 | 60 | open | 11
            action | custom_mail_from | $ | 40 | 40 | 40 | open | 11
            domain | 0 60 0 | none | amazon-ses
            """),
        World.of(
            "ses-body-changed",
            "r/r none",
            """
            mail   | 203.0.113.44 | 2 | 11-20 | $ | gmail.com pass | amazonses.com fail | google
            source | 203.0.113.44 | spf_alignment | list_or_forward_broken | * | pass_foreign | fail_foreign | none | 0 | 0
            domain | 0 20 0 | quarantine | 203.0.113.0/24
            """),
        // Keys.
        World.of(
            "ses-key-missing",
            "r/r none",
            """
            mail   | 54.240.8.31 | 4 | 11-20 | $ | amazonses.com pass | $ permerror, amazonses.com pass | google
            source | 54.240.8.31 | spf_and_dkim_alignment | ses_dkim_broken | certain | pass_foreign | own_permerror | repair_easy_dkim | 40 | 40
            action | repair_easy_dkim | $ | 40 | 40 | 40 | open | 11
            domain | 0 40 0 | none | amazon-ses
            """),
        World.of(
            "ses-key-wrong",
            "r/r none",
            """
            mail   | 54.240.8.32 | 4 | 11-20 | $ | amazonses.com pass | $ fail, amazonses.com pass | google
            source | 54.240.8.32 | spf_and_dkim_alignment | ses_dkim_broken | certain | pass_foreign | own_fail | repair_easy_dkim | 40 | 40
            action | repair_easy_dkim | $ | 40 | 40 | 40 | open | 11
            domain | 0 40 0 | none | amazon-ses
            """),
        World.of(
            "ses-dns-errors-for-days",
            "r/r none",
            """
            mail   | 54.240.8.33 | 4 | 11-14 | $ | amazonses.com pass | $ temperror, amazonses.com pass | google
            source | 54.240.8.33 | spf_and_dkim_alignment | ses_dkim_broken | likely | pass_foreign | own_permerror | repair_easy_dkim | 16 | 16
            action | repair_easy_dkim | $ | 16 | 16 | 16 | open | 11
            domain | 0 16 0 | none | amazon-ses
            """),
        World.of(
            "ses-dns-errors-twice",
            "r/r none",
            """
            mail   | 54.240.8.34 | 4 | 11-18 | $ | amazonses.com pass | $ pass, amazonses.com pass | google
            mail   | 54.240.8.34 | 4 | 19-20 | $ | amazonses.com pass | $ temperror, amazonses.com pass | google
            source | 54.240.8.34 | spf_and_dkim_alignment | ses_dkim_broken | guess | pass_foreign | own_temperror | wait repair_easy_dkim | 0 | 8
            action | repair_easy_dkim | $ | 8 | 0 | 8 | open | 19
            action | wait | amazon-ses | 8 | * | * | open | 19
            domain | 32 8 0 | none | amazon-ses
            """),
        World.of(
            "ses-parents-broken-key-under-strict",
            "r/s none",
            """
            mail   | 54.240.8.35 | 4 | 11-20 | news.$ | amazonses.com pass | $ permerror, amazonses.com pass | google
            source | 54.240.8.35 | spf_and_dkim_alignment | ses_dkim_broken | certain | pass_foreign | own_permerror | repair_easy_dkim relax_adkim own_identity | 40 | 40
            actions | *
            domain | 0 40 0 | none | amazon-ses
            """),
        // What the reporter does not show.
        World.of(
            "ses-no-signature-shown",
            "r/r none",
            """
            mail   | 54.240.8.36 | 4 | 11-20 | $ | amazonses.com pass | amazonses.com pass | no_key
            source | 54.240.8.36 | spf_alignment | ses_unaligned | certain | pass_foreign | missing | easy_dkim custom_mail_from | 40 | 40
            action | custom_mail_from | $ | 40 | 40 | 40 | open | 11
            action | easy_dkim | $ | 40 | 0 | 40 | open | 11
            domain | 0 40 0 | none | amazon-ses
            """),
        World.of(
            "ses-one-signature-shown",
            "r/r none",
            """
            mail   | 54.240.8.37 | 4 | 11-20 | $ | amazonses.com pass | amazonses.com pass, $ pass | one_key
            stream | amazon-ses | reporter_inconsistent | 40 | 0
            domain | 40 0 0 | reject |
            """),
        // Which From is set up, and which is not, on one address.
        World.of(
            "ses-half-set-up",
            "r/r none",
            """
            mail   | 54.240.8.38 | 7 | 11-20 | $ | bounce.$ pass | $ pass, amazonses.com pass | google
            mail   | 54.240.8.38 | 1 | 11-20 | alerts.$ | amazonses.com pass | amazonses.com pass | google
            source | 54.240.8.38 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from | 10 | 10
            stream | amazon-ses | healthy | 70 | 0
            action | easy_dkim | alerts.$ | 10 | 10 | 10 | open | 11
            action | custom_mail_from | alerts.$ | 10 | 10 | 10 | open | 11
            domain | 70 10 0 | none | amazon-ses
            """),
        World.of(
            "ses-and-forger-on-one-address",
            "r/r none",
            """
            mail   | 198.51.100.50 | 3 | 11-20 | $ | eu-west-1.amazonses.com pass | amazonses.com pass | google
            mail   | 198.51.100.50 | 1 | 11-20 | $ | x.bad.example fail | - | google
            source | 198.51.100.50 | spf_and_dkim_alignment | ses_unaligned | certain | pass_foreign | pass_foreign | easy_dkim custom_mail_from enforce_policy | 30 | 30
            stream | 198.51.100.0/24 | spoof_suspect | 10 | 10
            action | easy_dkim | $ | 30 | 30 | 30 | open | 11
            action | custom_mail_from | $ | 30 | 30 | 30 | open | 11
            action | enforce_policy | $ | 10 | 0 | 0 | open | 11
            domain | 0 40 0 | none | amazon-ses
            """));
  }
}

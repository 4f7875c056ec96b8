package dmarcreports.scenario;

import java.util.List;

/** Services that send in their own name, and organizations that nobody knows. */
final class VendorWorlds {
  private VendorWorlds() {}

  static List<World> all() {
    return List.of(
        World.of(
            "vendor-sendgrid",
            "r/r none",
            """
            mail   | 192.0.2.101 | 4 | 11-20 | $ | sendgrid.net pass | sendgrid.net pass | google
            source | 192.0.2.101 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim vendor_return_path ask_owner | 0 | 40
            stream | twilio-sendgrid | vendor_unaligned | 40 | 40
            action | vendor_dkim | Twilio SendGrid | 40 | 0 | 40 | open | 11
            action | vendor_return_path | Twilio SendGrid | 40 | 0 | 40 | open | 11
            action | ask_owner | Twilio SendGrid | 40 | 0 | 0 | open | 11
            domain | 0 40 0 | none | twilio-sendgrid
            """),
        World.of(
            "vendor-sendgrid-strict",
            "s/r none",
            """
            mail   | 192.0.2.101 | 4 | 11-20 | $ | u1.sendgrid.net pass | sendgrid.net pass | yahoo
            source | 192.0.2.101 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim ask_owner | 0 | 40
            action | vendor_dkim | Twilio SendGrid | 40 | 0 | 40 | open | 11
            action | ask_owner | Twilio SendGrid | 40 | 0 | 0 | open | 11
            domain | 0 40 0 | none | twilio-sendgrid
            """),
        // It signs for us already: the key is missing, or another one.
        World.of(
            "vendor-key-wrong",
            "r/r none",
            """
            alone  |
            mail   | 192.0.2.101 | 4 | 11-20 | $ | sendgrid.net pass | $ fail, sendgrid.net pass | google
            source | 192.0.2.101 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | own_fail | repair_dkim vendor_return_path ask_owner | 40 | 40
            action | repair_dkim | Twilio SendGrid | 40 | 40 | 40 | open | 11
            action | vendor_return_path | Twilio SendGrid | 40 | 0 | 40 | open | 11
            action | ask_owner | Twilio SendGrid | 40 | 0 | 0 | open | 11
            domain | 0 40 0 | none | twilio-sendgrid
            """),
        // Another customer of the service, proven by the shared name.
        World.of(
            "vendor-google-other-customer",
            "r/r none",
            """
            mail   | 192.0.2.113 | 2 | 11-20 | $ | mail.other.example pass | $ fail, other-example.20230601.gappssmtp.com pass | google
            source | 192.0.2.113 | spf_and_dkim_alignment | list_or_forward_broken | guess | pass_foreign | own_fail | none | 0 | 0
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "vendor-mailchimp",
            "r/r none",
            """
            mail   | 192.0.2.102 | 4 | 11-20 | $ | mail1.mcsv.net pass | mcsv.net pass | google
            source | 192.0.2.102 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim ask_owner | 0 | 40
            action | vendor_dkim | Mailchimp | 40 | 0 | 40 | open | 11
            action | ask_owner | Mailchimp | 40 | 0 | 0 | open | 11
            domain | 0 40 0 | none | mailchimp
            """),
        World.of(
            "vendor-hubspot",
            "r/r none",
            """
            mail   | 192.0.2.103 | 2 | 11-20 | mkt.$ | bf01.hubspotemail.net pass | hubspotemail.net pass | fastmail
            source | 192.0.2.103 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim ask_owner | 0 | 20
            action | vendor_dkim | HubSpot | 20 | 0 | 20 | open | 11
            action | ask_owner | HubSpot | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | hubspot
            """),
        World.of(
            "vendor-microsoft",
            "r/r none",
            """
            mail   | 192.0.2.104 | 2 | 11-20 | $ | contoso.onmicrosoft.com pass | contoso.onmicrosoft.com pass | google
            source | 192.0.2.104 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim vendor_return_path ask_owner | 0 | 20
            action | vendor_dkim | Microsoft 365 | 20 | 0 | 20 | open | 11
            action | vendor_return_path | Microsoft 365 | 20 | 0 | 20 | open | 11
            action | ask_owner | Microsoft 365 | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | microsoft-365
            """),
        World.of(
            "vendor-google-alias",
            "r/r none",
            """
            mail   | 192.0.2.105 | 2 | 11-20 | $ | primary.example pass | primary-example.20230601.gappssmtp.com pass | yahoo
            source | 192.0.2.105 | spf_and_dkim_alignment | unknown_third_party | guess | pass_foreign | pass_foreign | ask_owner | 0 | 0
            action | ask_owner | primary.example | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "vendor-postmark",
            "r/r none",
            """
            mail   | 192.0.2.106 | 2 | 11-20 | $ | pm.mtasv.net pass | - | google
            source | 192.0.2.106 | spf_alignment | vendor_unaligned | likely | pass_foreign | missing | vendor_dkim vendor_return_path ask_owner | 0 | 20
            action | vendor_dkim | Postmark | 20 | 0 | 20 | open | 11
            action | vendor_return_path | Postmark | 20 | 0 | 20 | open | 11
            action | ask_owner | Postmark | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | postmark
            """),
        World.of(
            "vendor-salesforce",
            "r/r none",
            """
            mail   | 192.0.2.107 | 2 | 11-20 | $ | x.bnc.salesforce.com pass | - | yahoo
            source | 192.0.2.107 | spf_alignment | vendor_unaligned | likely | pass_foreign | missing | vendor_dkim ask_owner | 0 | 20
            action | vendor_dkim | Salesforce | 20 | 0 | 20 | open | 11
            action | ask_owner | Salesforce | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | salesforce
            """),
        // It signs as a name below the domain: alone that repairs nothing under adkim=s.
        World.of(
            "vendor-klaviyo-strict",
            "r/s none",
            """
            mail   | 192.0.2.113 | 2 | 11-20 | $ | klaviyomail.com pass | klaviyomail.com pass | google
            source | 192.0.2.113 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim relax_adkim vendor_return_path ask_owner | 0 | 20
            action | vendor_dkim+relax_adkim | Klaviyo | 20 | 0 | 20 | open | 11
            action | vendor_return_path | Klaviyo | 20 | 0 | 20 | open | 11
            action | ask_owner | Klaviyo | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | klaviyo
            """),
        World.of(
            "vendor-google-calendar",
            "r/r none",
            """
            mail   | 192.0.2.114 | 2 | 11-20 | $ | calendar-server.bounces.google.com pass | google.com pass | fastmail
            source | 192.0.2.114 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | ask_owner | 0 | 0
            action | ask_owner | Google Calendar | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | google-calendar
            """),
        World.of(
            "vendor-signed",
            "r/r none",
            """
            mail   | 192.0.2.101 | 2 | 11-20 | $ | sendgrid.net pass | $ pass | google
            stream | twilio-sendgrid | ok_dkim_only | 20 | 0
            domain | 20 0 0 | reject |
            """),
        World.of(
            "vendor-forwarded",
            "r/r none",
            """
            mail   | 203.0.113.60 | 2 | 11-20 | $ | gmail.com pass | sendgrid.net pass | google
            source | 203.0.113.60 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim ask_owner | 0 | 20
            action | vendor_dkim | Twilio SendGrid | 20 | 0 | 20 | open | 11
            action | ask_owner | Twilio SendGrid | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | twilio-sendgrid
            """),
        // Behind Amazon SES stands a customer: ours, a service, or a stranger.
        World.of(
            "vendor-on-ses",
            "r/r none",
            """
            mail   | 54.240.8.60 | 2 | 11-20 | $ | mailgun.org pass | mailgun.org pass, amazonses.com pass | google
            source | 54.240.8.60 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim vendor_return_path ask_owner | 0 | 20
            action | vendor_dkim | Mailgun | 20 | 0 | 20 | open | 11
            action | vendor_return_path | Mailgun | 20 | 0 | 20 | open | 11
            action | ask_owner | Mailgun | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | mailgun
            """),
        World.of(
            "stranger-on-ses",
            "r/r none",
            """
            mail   | 54.240.8.61 | 2 | 11-20 | $ | bounce.tool.example pass | tool.example pass, amazonses.com pass | google
            source | 54.240.8.61 | spf_and_dkim_alignment | unknown_third_party | guess | pass_foreign | pass_foreign | ask_owner | 0 | 0
            action | ask_owner | tool.example | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | 54.240.8.0/24
            """),
        World.of(
            "stranger-with-mail-from-on-ses",
            "r/r none",
            """
            mail   | 54.240.8.62 | 2 | 11-20 | $ | bounce.tool.example pass | amazonses.com pass | google
            source | 54.240.8.62 | spf_and_dkim_alignment | unknown_third_party | guess | pass_foreign | pass_foreign | ask_owner | 0 | 0
            action | ask_owner | tool.example | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | 54.240.8.0/24
            """),
        World.of(
            "stranger-by-return-path",
            "r/r none",
            """
            mail   | 192.0.2.110 | 2 | 11-20 | $ | mail.stranger.example pass | - | google
            source | 192.0.2.110 | spf_alignment | unknown_third_party | guess | pass_foreign | missing | ask_owner | 0 | 0
            action | ask_owner | stranger.example | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "stranger-by-signature",
            "r/r none",
            """
            mail   | 192.0.2.111 | 2 | 11-20 | $ | $ fail | stranger.example pass | fastmail
            source | 192.0.2.111 | dkim_alignment | unknown_third_party | guess | own_fail | pass_foreign | ask_owner | 0 | 0
            action | ask_owner | stranger.example | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "two-services-on-one-address",
            "r/r none",
            """
            mail   | 192.0.2.112 | 3 | 11-20 | $ | sendgrid.net pass | sendgrid.net pass | google
            mail   | 192.0.2.112 | 2 | 11-20 | $ | mcsv.net pass | mcsv.net pass | google
            mail   | 192.0.2.112 | 1 | 11-20 | $ | $ pass | - | google
            source | 192.0.2.112 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | pass_foreign | vendor_dkim vendor_return_path ask_owner | 0 | 50
            action | vendor_dkim | Twilio SendGrid | 30 | 0 | 30 | open | 11
            action | vendor_return_path | Twilio SendGrid | 30 | 0 | 30 | open | 11
            action | ask_owner | Twilio SendGrid | 30 | 0 | 0 | open | 11
            action | vendor_dkim | Mailchimp | 20 | 0 | 20 | open | 11
            action | ask_owner | Mailchimp | 20 | 0 | 0 | open | 11
            domain | 10 50 0 | none | mailchimp twilio-sendgrid
            """));
  }
}

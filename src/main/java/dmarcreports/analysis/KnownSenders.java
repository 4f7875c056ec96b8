package dmarcreports.analysis;

import static dmarcreports.analysis.SenderProfile.Kind.FORWARDER;
import static dmarcreports.analysis.SenderProfile.Kind.LIST;
import static dmarcreports.analysis.SenderProfile.Kind.MAILBOX;
import static dmarcreports.analysis.SenderProfile.Kind.SENDER;

import dmarcreports.analysis.SenderProfile.Kind;
import dmarcreports.report.DomainName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of services: name, kind, what SPF passes for and who signs while nothing is set up, and
 * whether SPF can ever align. Rows without domains leave no trace of their own in reports; they are
 * there so that an owner's label can name them.
 */
final class KnownSenders {
  private static final boolean SPF_ALIGNS = true;
  private static final boolean SPF_NEVER_ALIGNS = false;

  static final SenderProfile AMAZON_SES =
      row("Amazon SES", SENDER, "amazonses.com", "amazonses.com", SPF_ALIGNS);

  static final List<SenderProfile> ALL =
      List.of(
          AMAZON_SES,
          row("Resend", SENDER, "", "", SPF_ALIGNS),
          row("Google Workspace", SENDER, "", "gappssmtp.com", SPF_NEVER_ALIGNS),
          row("Microsoft 365", SENDER, "onmicrosoft.com", "onmicrosoft.com", SPF_ALIGNS),
          row("Twilio SendGrid", SENDER, "sendgrid.net", "sendgrid.net sendgrid.info", SPF_ALIGNS),
          row("Mailchimp", SENDER, "mcsv.net mcdlv.net rsgsv.net", "mcsv.net", SPF_NEVER_ALIGNS),
          row("Mailchimp Transactional", SENDER, "mandrillapp.com", "mandrillapp.com", SPF_ALIGNS),
          row("Mailgun", SENDER, "mailgun.org", "mailgun.org", SPF_ALIGNS),
          row("Postmark", SENDER, "mtasv.net", "mtasv.net", SPF_ALIGNS),
          row(
              "Brevo",
              SENDER,
              "sender-sib.com",
              "sender-sib.com sendinblue.com brevo.com",
              SPF_NEVER_ALIGNS),
          row("HubSpot", SENDER, "hubspotemail.net", "hubspotemail.net", SPF_NEVER_ALIGNS),
          row("Salesforce", SENDER, "bnc.salesforce.com", "", SPF_ALIGNS),
          row(
              "Salesforce Marketing Cloud",
              SENDER,
              "exacttarget.com",
              "exacttarget.com",
              SPF_ALIGNS),
          row("Zendesk", SENDER, "zendesk.com", "zendesk.com", SPF_ALIGNS),
          row("Freshdesk", SENDER, "freshdesk.com", "freshdesk.com freshemail.io", SPF_ALIGNS),
          row("Klaviyo", SENDER, "klaviyomail.com", "klaviyomail.com", SPF_ALIGNS),
          row("ActiveCampaign", SENDER, "acems.com emsd1.com", "", SPF_ALIGNS),
          row(
              "Constant Contact",
              SENDER,
              "ccsend.com in.constantcontact.com",
              "ccsend.com constantcontact.com",
              SPF_NEVER_ALIGNS),
          row("SparkPost", SENDER, "sparkpostmail.com", "sparkpostmail.com", SPF_ALIGNS),
          row("Zoho Campaigns", SENDER, "zcsend.net", "zcsend.net", SPF_ALIGNS),
          row("ZeptoMail", SENDER, "", "", SPF_ALIGNS),
          row("Fastmail", SENDER, "", "messagingengine.com", SPF_ALIGNS),
          row("OVH", SENDER, "", "", SPF_ALIGNS),
          row("Shopify", SENDER, "shopify.com", "shopify.com shopifyemail.com", SPF_ALIGNS),
          row("Stripe", SENDER, "stripe.com", "stripe.com", SPF_ALIGNS),
          row("SMTP2GO", SENDER, "smtp2go.com", "smtp2go.com", SPF_ALIGNS),
          row("MailChannels", SENDER, "", "", SPF_ALIGNS),
          row(
              "Campaign Monitor",
              SENDER,
              "createsend.com cmail19.com cmail20.com",
              "createsend.com",
              SPF_NEVER_ALIGNS),
          // Whoever passes mail on: nothing to set up there.
          row("Google Groups", LIST, "googlegroups.com", "googlegroups.com", SPF_NEVER_ALIGNS),
          row("Gmail", MAILBOX, "gmail.com", "", SPF_NEVER_ALIGNS),
          row("iCloud Mail", MAILBOX, "icloud.com", "", SPF_NEVER_ALIGNS),
          row("Pobox", FORWARDER, "pobox.com", "pobox.com", SPF_NEVER_ALIGNS),
          row("Forward Email", FORWARDER, "forwardemail.net", "forwardemail.net", SPF_NEVER_ALIGNS),
          row("ImprovMX", FORWARDER, "improvmx.com", "improvmx.com", SPF_NEVER_ALIGNS),
          row(
              "Cloudflare Email Routing",
              FORWARDER,
              "cloudflare-email.net email.cloudflare.net",
              "cloudflare-email.net email.cloudflare.net",
              SPF_NEVER_ALIGNS),
          row("Proofpoint", FORWARDER, "pphosted.com ppops.net", "", SPF_NEVER_ALIGNS),
          row("Mimecast", FORWARDER, "mimecast.com", "", SPF_NEVER_ALIGNS),
          row("Cisco Secure Email", FORWARDER, "iphmx.com", "", SPF_NEVER_ALIGNS),
          row("Broadcom Email Security", FORWARDER, "messagelabs.com", "", SPF_NEVER_ALIGNS),
          row("Barracuda", FORWARDER, "barracudanetworks.com", "", SPF_NEVER_ALIGNS),
          row("Avanan", FORWARDER, "cloud-sec-av.com", "", SPF_NEVER_ALIGNS),
          row("Trend Micro", FORWARDER, "trendmicro.com", "", SPF_NEVER_ALIGNS));

  /**
   * What the SPF record of amazonses.com held, as far as notes of 2025 and 2026 quote it. It
   * changes; that it is complete is not verified.
   */
  static final List<Network> AMAZON_SES_NETWORKS =
      Stream.of(
              "199.255.192.0/22",
              "199.127.232.0/22",
              "54.240.0.0/18",
              "69.169.224.0/20",
              "23.249.208.0/20",
              "23.251.224.0/19",
              "76.223.176.0/20",
              "54.240.64.0/18",
              "76.223.128.0/19",
              "216.221.160.0/19",
              "206.55.144.0/20",
              "24.110.64.0/18",
              "98.77.0.0/16")
          .map(n -> Network.parse(n).orElseThrow())
          .toList();

  private KnownSenders() {}

  private static SenderProfile row(
      String name, Kind kind, String spf, String dkim, boolean spfCanAlign) {
    return new SenderProfile(name, kind, domains(spf), domains(dkim), spfCanAlign);
  }

  private static List<DomainName> domains(String names) {
    return Arrays.stream(names.split(" ")).filter(n -> !n.isEmpty()).map(DomainName::new).toList();
  }
}

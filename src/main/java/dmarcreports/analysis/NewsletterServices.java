package dmarcreports.analysis;

import static dmarcreports.analysis.SenderEntry.sender;
import static dmarcreports.analysis.SpfReach.RELAXED;

import java.util.List;

/** Services for newsletters and campaigns. */
final class NewsletterServices {
  private static final String REWRITES =
      " rewrites the From line of mail whose domain is not authenticated to a name of its own; such"
          + " mail is in no report of yours, and its volume appears once the domain is set up.";

  static final List<SenderEntry> ALL =
      List.of(
          sender("Mailchimp")
              .spf("mcsv.net mcdlv.net rsgsv.net")
              .dkim("mcsv.net")
              .signing("Authenticate domain")
              .keys(
                  "k2._domainkey.{domain}. CNAME dkim2.mcsv.net.",
                  "k3._domainkey.{domain}. CNAME dkim3.mcsv.net."),
          sender("Brevo")
              .spf("sender-sib.com d.mailin.fr")
              .dkim("sender-sib.com sendinblue.com brevo.com")
              .signing("Authenticate this domain", "Brevo was called Sendinblue.")
              .keys(
                  "{domain}. TXT \"brevo-code:FROM-THE-CONSOLE\"",
                  "brevo1._domainkey.{domain}. CNAME FROM-THE-CONSOLE.",
                  "brevo2._domainkey.{domain}. CNAME FROM-THE-CONSOLE.")
              .note(
                  "SPF aligns with a dedicated address only. Brevo"
                      + REWRITES
                      + " That name is brevosend.com."),
          sender("HubSpot")
              .spf("hubspotemail.net")
              .dkim("hubspotemail.net")
              .signing("Connect email sending domain")
              .keys("SELECTOR._domainkey.{domain}. CNAME FROM-THE-CONSOLE.")
              .note("SPF aligns with a dedicated address only. HubSpot" + REWRITES),
          sender("Salesforce Marketing Cloud")
              .spf("exacttarget.com")
              .dkim("exacttarget.com")
              .signing(
                  "Sender Authentication Package (SAP)",
                  "A Private Domain is the smaller product; it makes the service sign too.")
              .returnPath(
                  RELAXED,
                  "Sender Authentication Package (SAP)",
                  "With several business units, ask for the Multi-Bounce Domain."),
          sender("Klaviyo")
              .spf("klaviyomail.com")
              .dkim("klaviyomail.com")
              .signing(
                  "Branded sending domain", "The setting was also called dedicated sending domain.")
              .keys("SELECTOR._domainkey.{domain}. CNAME FROM-THE-CONSOLE.")
              .returnPath(
                  RELAXED,
                  "Branded sending domain",
                  "It is the same setting that makes Klaviyo sign.")
              .path("SENDING-NAME.{domain}. CNAME FROM-THE-CONSOLE."),
          sender("ActiveCampaign")
              .spf("emsd1.com acems1.com acemsrvd.com acemsrvh.com")
              .signing("Sending domain")
              .keys(
                  "acdkim1._domainkey.{domain}. CNAME dkim.acdkim1.acems1.com.",
                  "acdkim2._domainkey.{domain}. CNAME dkim.acdkim2.acems1.com.")
              .returnPath(
                  RELAXED, "Mailserver Domain", "It is set up together with the sending domain.")
              .path("MAILSERVER-NAME.{domain}. CNAME FROM-THE-CONSOLE."),
          sender("Constant Contact")
              .spf("ccsend.com in.constantcontact.com")
              .dkim("ccsend.com constantcontact.com")
              .signing("Self-authenticate with DKIM CNAME records")
              .keys(
                  "ctct1._domainkey.{domain}. CNAME FROM-THE-CONSOLE.",
                  "ctct2._domainkey.{domain}. CNAME FROM-THE-CONSOLE."),
          sender("Zoho Campaigns")
              .spf("zcsend.net")
              .dkim("zcsend.net")
              .signing("Domain authentication: DKIM")
              .keys("SELECTOR._domainkey.{domain}. TXT \"FROM-THE-CONSOLE\"")
              .returnPath(RELAXED, "Custom return-path")
              .path("RETURN-PATH-NAME.{domain}. CNAME FROM-THE-CONSOLE."),
          sender("Campaign Monitor")
              .spf("createsend.com cmail1.com cmail2.com cmail19.com cmail20.com")
              .dkim("createsend.com")
              .signing("Sending domains: DKIM authentication")
              .keys("cm._domainkey.{domain}. TXT \"k=rsa; p=FROM-THE-CONSOLE\""));

  private NewsletterServices() {}
}

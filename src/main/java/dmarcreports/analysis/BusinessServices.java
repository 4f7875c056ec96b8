package dmarcreports.analysis;

import static dmarcreports.analysis.SenderEntry.sender;
import static dmarcreports.analysis.SpfReach.EXACT;
import static dmarcreports.analysis.SpfReach.NEVER;
import static dmarcreports.analysis.SpfReach.RELAXED;

import java.util.List;

/** Mailboxes, help desks, shops and other services that send as part of something else. */
final class BusinessServices {
  private static final String CHECKED_THERE =
      " to the SPF record of {domain}: SPF is then checked there. A name may have one only.";

  static final List<SenderEntry> ALL =
      List.of(
          sender("Google Workspace")
              .dkim("gappssmtp.com")
              .tenants(TenantNaming.DASHES)
              .signing(
                  "Authenticate email", "Make a key there, for alias domains too, each its own.")
              .keys("google._domainkey.{domain}. TXT \"FROM-THE-CONSOLE\"")
              .finish("Once the record is seen in DNS, press Start authentication.")
              .returnPath(
                  NEVER,
                  "",
                  "Mail of an alias domain keeps the primary domain's return path, so its SPF never"
                      + " aligns; that is by design."),
          sender("Microsoft 365")
              .spf("onmicrosoft.com")
              .dkim("onmicrosoft.com")
              .tenants(TenantNaming.LABEL)
              .signing(
                  "Sign messages for this domain with DKIM signatures",
                  "The setting is in the Defender portal, one switch for each domain.")
              .keys(
                  "selector1._domainkey.{domain}. CNAME FROM-THE-CONSOLE.",
                  "selector2._domainkey.{domain}. CNAME FROM-THE-CONSOLE.")
              .finish("Once both records are seen in DNS, turn the switch on.")
              .returnPath(
                  EXACT,
                  "Accepted domains",
                  "Send from an address in {domain}, not from the one in onmicrosoft.com.",
                  "Add include:spf.protection.outlook.com" + CHECKED_THERE),
          sender("Salesforce")
              .spf("bnc.salesforce.com")
              .signing("DKIM keys")
              .keys("SELECTOR._domainkey.{domain}. CNAME FROM-THE-CONSOLE.")
              .returnPath(
                  EXACT,
                  "",
                  "In Salesforce, turn off Bounce Management and Email Security Compliance: then the"
                      + " return path is the sender's own address.",
                  "Add include:_spf.salesforce.com" + CHECKED_THERE),
          sender("Zendesk")
              .spf("zendesk.com")
              .dkim("zendesk.com")
              .signing("Enable DKIM")
              .keys(
                  "zendesk1._domainkey.{domain}. CNAME zendesk1._domainkey.zendesk.com.",
                  "zendesk2._domainkey.{domain}. CNAME zendesk2._domainkey.zendesk.com.")
              .returnPath(
                  EXACT,
                  "",
                  "In Zendesk, send from a support address in {domain}: its mail has that address as its"
                      + " return path.",
                  "Add include:mail.zendesk.com" + CHECKED_THERE),
          // freshemail.io names hosts and keys only; freshdesk.com is what passes.
          sender("Freshdesk")
              .spf("freshdesk.com")
              .dkim("freshdesk.com")
              .signing("Configure DKIM", "There are four records; Freshdesk wants all of them.")
              .keys(
                  "SELECTOR1._domainkey.{domain}. CNAME FROM-THE-CONSOLE.",
                  "SELECTOR2._domainkey.{domain}. CNAME FROM-THE-CONSOLE.",
                  "SELECTOR3._domainkey.{domain}. CNAME FROM-THE-CONSOLE.",
                  "NAME.{domain}. CNAME FROM-THE-CONSOLE.")
              .returnPath(
                  RELAXED,
                  "Configure DKIM",
                  "It is the same setting that makes Freshdesk sign. The record beside the three"
                      + " keys seems to be for the return path; that is not certain.")
              .path("NAME.{domain}. CNAME FROM-THE-CONSOLE."),
          sender("Fastmail")
              .dkim("messagingengine.com")
              .signing("Domains")
              .keys(
                  "fm1._domainkey.{domain}. CNAME FROM-THE-CONSOLE.",
                  "fm2._domainkey.{domain}. CNAME FROM-THE-CONSOLE.",
                  "fm3._domainkey.{domain}. CNAME FROM-THE-CONSOLE.")
              .returnPath(
                  EXACT,
                  "Domains",
                  "The return path is the sender's own address already.",
                  "Add include:spf.messagingengine.com" + CHECKED_THERE),
          sender("OVH")
              .signing("DKIM")
              .keys(
                  "ovhmoNNNNNN-selector1._domainkey.{domain}. CNAME FROM-THE-CONSOLE.dkim.mail.ovh.net.",
                  "ovhmoNNNNNN-selector2._domainkey.{domain}. CNAME FROM-THE-CONSOLE.dkim.mail.ovh.net.")
              .returnPath(
                  EXACT,
                  "",
                  "The return path is the sender's own address already.",
                  "Add include:mx.ovh.com" + CHECKED_THERE),
          // shopify.com is the company's own mail.
          sender("Shopify")
              .spf("shopifyemail.com")
              .dkim("shopifyemail.com")
              .signing("Authenticate domain", "There are four records; Shopify wants all of them.")
              .keys(
                  "SELECTOR._domainkey.{domain}. CNAME dkim1.FROM-THE-CONSOLE.email.myshopify.com.",
                  "SELECTOR2._domainkey.{domain}. CNAME dkim2.FROM-THE-CONSOLE.email.myshopify.com.",
                  "SELECTOR3._domainkey.{domain}. CNAME dkim3.FROM-THE-CONSOLE.email.myshopify.com.",
                  "mailerNAME.{domain}. CNAME FROM-THE-CONSOLE.email.myshopify.com.")
              .returnPath(
                  RELAXED,
                  "Authenticate domain",
                  "It is the same setting that makes Shopify sign; the record that begins with"
                      + " mailer is for the return path.")
              .path("mailerNAME.{domain}. CNAME FROM-THE-CONSOLE.email.myshopify.com.")
              .note(
                  "Shopify rewrites the From line of mail whose domain is not authenticated, or is"
                      + " protected by DMARC, to an address in shopifyemail.com; such mail is in no"
                      + " report of yours, and its volume appears once the domain is set up."),
          // Without a custom domain Stripe sends as stripe.com, which is the company's own mail.
          sender("Stripe")
              .signing("Custom email domain")
              .keys(
                  "{domain}. TXT \"stripe-verification=FROM-THE-CONSOLE\"",
                  "TOKEN._domainkey.{domain}. CNAME TOKEN.dkim.custom-email-domain.stripe.com.")
              .returnPath(
                  RELAXED,
                  "Custom email domain",
                  "It is the same setting that makes Stripe sign; the dashboard calls this record"
                      + " Mail From.")
              .path("bounce.{domain}. CNAME custom-email-domain.stripe.com."));

  private BusinessServices() {}
}

package dmarcreports.analysis;

import static dmarcreports.analysis.SenderEntry.sender;
import static dmarcreports.analysis.SpfReach.EXACT;
import static dmarcreports.analysis.SpfReach.RELAXED;

import java.util.List;

/** Services that programs hand their mail to. */
final class MailServices {
  static final SenderEntry AMAZON_SES =
      sender("Amazon SES")
          .spf("amazonses.com")
          .dkim("amazonses.com")
          .signing(
              "Easy DKIM",
              "Do this in every region and account that sends, for the domain identity and for any"
                  + " address identity.")
          .keys(
              "TOKEN1._domainkey.{domain}. CNAME TOKEN1.SIGNING-HOSTED-ZONE.",
              "TOKEN2._domainkey.{domain}. CNAME TOKEN2.SIGNING-HOSTED-ZONE.",
              "TOKEN3._domainkey.{domain}. CNAME TOKEN3.SIGNING-HOSTED-ZONE.")
          .returnPath(
              RELAXED,
              "Custom MAIL FROM domain",
              "Do this in every region and account that sends, for the domain identity and for any"
                  + " address identity.")
          .path(
              "bounce.{domain}. MX 10 feedback-smtp.REGION.amazonses.com.",
              "bounce.{domain}. TXT \"v=spf1 include:amazonses.com ~all\"");

  static final List<SenderEntry> ALL =
      List.of(
          sender("Resend")
              .signing("Add domain")
              .keys("resend._domainkey.{domain}. TXT \"FROM-THE-CONSOLE\"")
              .returnPath(RELAXED, "Custom Return Path")
              .path(
                  "send.{domain}. MX 10 feedback-smtp.REGION.amazonses.com.",
                  "send.{domain}. TXT \"v=spf1 include:amazonses.com ~all\"")
              .note("Reports show Resend as Amazon SES, which it sends through."),
          sender("Twilio SendGrid")
              .spf("sendgrid.net")
              .dkim("sendgrid.net sendgrid.info")
              .signing(
                  "Domain Authentication",
                  "Keep Automated Security on: then SendGrid renews the keys itself.")
              .keys(
                  "s1._domainkey.{domain}. CNAME FROM-THE-CONSOLE.",
                  "s2._domainkey.{domain}. CNAME FROM-THE-CONSOLE.")
              .returnPath(
                  RELAXED,
                  "Domain Authentication",
                  "It is the same setting that makes SendGrid sign; Automated Security on.")
              .path("emNNNN.{domain}. CNAME FROM-THE-CONSOLE."),
          sender("Mailchimp Transactional")
              .spf("mandrillapp.com")
              .dkim("mandrillapp.com")
              .signing("Sending Domains")
              .keys(
                  "mte1._domainkey.{domain}. CNAME dkim1.mandrillapp.com.",
                  "mte2._domainkey.{domain}. CNAME dkim2.mandrillapp.com.")
              .returnPath(RELAXED, "custom Return-Path domain")
              .path("RETURN-PATH-NAME.{domain}. CNAME FROM-THE-CONSOLE.")
              .note(
                  "Since March 2024 it rewrites the From line of mail whose domain is not"
                      + " authenticated to mandrillapp.com; such mail is in no report of yours, and"
                      + " its volume appears once the domain is set up."),
          sender("Mailgun")
              .spf("mailgun.org")
              .dkim("mailgun.org")
              .signing(
                  "Domain verification",
                  "Verify the domain of your own From line, and send through that one: the sandbox"
                      + " domain and other verified domains do not align.",
                  "Automatic Sender Security lets Mailgun renew the keys itself.")
              .keys("SELECTOR._domainkey.{domain}. CNAME FROM-THE-CONSOLE.")
              .returnPath(
                  RELAXED,
                  "Domain verification",
                  "The return path is at the domain that is verified. Where that is a name below"
                      + " yours, SPF aligns in relaxed mode only."),
          sender("Postmark")
              .spf("mtasv.net")
              .dkim("mtasv.net")
              .signing("DKIM", "Add the domain, not single addresses only.")
              .keys("SELECTOR._domainkey.{domain}. TXT \"FROM-THE-CONSOLE\"")
              .returnPath(RELAXED, "Custom Return-Path")
              .path("pm-bounces.{domain}. CNAME pm.mtasv.net."),
          sender("SparkPost")
              .spf("sparkpostmail.com")
              .dkim("sparkpostmail.com")
              .signing("Sending Domain")
              .keys("SELECTOR._domainkey.{domain}. TXT \"FROM-THE-CONSOLE\"")
              .returnPath(RELAXED, "Custom Bounce Domain")
              .path("BOUNCE-NAME.{domain}. CNAME FROM-THE-CONSOLE.")
              .note("SparkPost is also called Bird."),
          sender("ZeptoMail")
              .signing("Domain: DKIM verification")
              .keys("SELECTOR._domainkey.{domain}. TXT \"FROM-THE-CONSOLE\"")
              .returnPath(RELAXED, "Domain: CNAME verification")
              .path("bounce-zem.{domain}. CNAME FROM-THE-CONSOLE."),
          // smtp2go.com names its hosts and its own staff's mail; smtpcorp.com is what signs.
          sender("SMTP2GO")
              .dkim("smtpcorp.com")
              .signing("Verified sender domain")
              .keys("sNNNNNN._domainkey.{domain}. CNAME dkim.smtp2go.net.")
              .returnPath(RELAXED, "Verified sender domain")
              .path("emNNNNNN.{domain}. CNAME return.smtp2go.net."),
          sender("MailChannels")
              .signing(
                  "",
                  "MailChannels adds no signature of its own: sign with a key of {domain} on the"
                      + " server that hands the mail over to it.")
              .keys("SELECTOR._domainkey.{domain}. TXT \"v=DKIM1; p=YOUR-PUBLIC-KEY\"")
              .returnPath(
                  EXACT,
                  "",
                  "MailChannels keeps the return path that it is given: set one at {domain} on the"
                      + " server that hands the mail over to it."));

  private MailServices() {}
}

package dmarcreports.analysis;

import static dmarcreports.analysis.SenderEntry.passingOn;
import static dmarcreports.analysis.SenderProfile.Kind.FORWARDER;
import static dmarcreports.analysis.SenderProfile.Kind.LIST;
import static dmarcreports.analysis.SenderProfile.Kind.MAILBOX;

import java.util.List;

/** Whoever passes mail on: forwarders, lists and gateways. There is nothing to set up there. */
final class Forwarders {
  static final List<SenderEntry> ALL =
      List.of(
          passingOn(LIST, "Google Groups").spf("googlegroups.com").dkim("googlegroups.com"),
          passingOn(MAILBOX, "Gmail").spf("gmail.com"),
          passingOn(MAILBOX, "iCloud Mail").spf("icloud.com"),
          passingOn(FORWARDER, "Pobox").spf("pobox.com").dkim("pobox.com"),
          passingOn(FORWARDER, "Forward Email").spf("forwardemail.net").dkim("forwardemail.net"),
          passingOn(FORWARDER, "ImprovMX").spf("improvmx.com").dkim("improvmx.com"),
          // Its return paths are mostly at the domain that forwards; both names sign.
          passingOn(FORWARDER, "Cloudflare Email Routing")
              .spf("email.cloudflare.net")
              .dkim("cloudflare-email.net email.cloudflare.net"),
          passingOn(FORWARDER, "Proofpoint").spf("pphosted.com ppops.net"),
          passingOn(FORWARDER, "Mimecast").spf("mimecast.com"),
          passingOn(FORWARDER, "Cisco Secure Email").spf("iphmx.com"),
          passingOn(FORWARDER, "Broadcom Email Security").spf("messagelabs.com"),
          passingOn(FORWARDER, "Barracuda").spf("barracudanetworks.com"),
          passingOn(FORWARDER, "Avanan").spf("cloud-sec-av.com"),
          passingOn(FORWARDER, "Trend Micro").spf("trendmicro.com"));

  private Forwarders() {}
}

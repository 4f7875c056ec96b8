package dmarcreports.benchmark;

import java.util.List;
import java.util.Random;

/**
 * The records of one policy domain, as text: mail of a service, own servers, forwarders, forgers.
 */
final class GeneratedRecords {
  private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");
  private static final List<String> REGIONS =
      List.of("", "us-west-2.", "eu-west-1.", "eu-central-1.", "ap-southeast-2.");
  private static final List<String> SPF_FAILURES =
      List.of("fail", "softfail", "none", "neutral", "temperror", "permerror");

  private final Random random;
  private final String domain;
  private final int ipv6Percent;

  GeneratedRecords(Random random, String domain, int ipv6Percent) {
    this.random = random;
    this.domain = domain;
    this.ipv6Percent = ipv6Percent;
  }

  /** Appends the next record. */
  void append(StringBuilder xml) {
    String author = oneIn(2) ? domain : List.of("mail.", "news.", "billing.").get(at(3)) + domain;
    int kind = at(100);
    if (kind < 26) {
      String service = REGIONS.get(at(5)) + "amazonses.com";
      record(xml, author, true, false, service, signed("pass") + amazon("pass"), "pass");
    } else if (kind < 46) {
      record(xml, author, true, true, "bounce." + author, signed("pass") + amazon("pass"), "pass");
    } else if (kind < 52) {
      String service = REGIONS.get(at(5)) + "amazonses.com";
      record(xml, author, false, false, service, amazon("pass"), "pass");
    } else if (kind < 66) {
      boolean sound = !oneIn(30);
      String spf = sound ? "pass" : SPF_FAILURES.get(1 + at(5));
      record(xml, author, true, sound, author, dkim(author, "sel2026", "pass"), spf);
    } else if (kind < 80) {
      boolean survives = !oneIn(7);
      String result = survives ? "pass" : "fail";
      String forwarder = "srs.forward" + at(20) + ".example.edu";
      String spf = oneIn(3) ? "none" : "pass";
      record(xml, author, survives, false, forwarder, signed(result) + amazon(result), spf);
    } else {
      forged(xml, author);
    }
  }

  private void forged(StringBuilder xml, String author) {
    boolean foreign = !oneIn(3);
    String envelope = foreign ? "spam" + at(300) + ".example.edu" : author;
    String dkim = oneIn(3) ? dkim("bad" + at(300) + ".example.edu", "default", "pass") : "";
    String spf = foreign && oneIn(2) ? "pass" : SPF_FAILURES.get(at(3));
    record(xml, author, false, false, envelope, dkim, spf);
  }

  private void record(
      StringBuilder xml,
      String author,
      boolean dkimAligned,
      boolean spfAligned,
      String envelope,
      String dkim,
      String spf) {
    xml.append("  <record>\n    <row>\n      <source_ip>").append(address());
    xml.append("</source_ip>\n      <count>").append(messages());
    xml.append("</count>\n      <policy_evaluated>\n        <disposition>");
    xml.append(dkimAligned || spfAligned ? "none" : "quarantine");
    xml.append("</disposition>\n        <dkim>").append(dkimAligned ? "pass" : "fail");
    xml.append("</dkim>\n        <spf>").append(spfAligned ? "pass" : "fail");
    xml.append("</spf>\n");
    if (!dkimAligned && !spfAligned && oneIn(12)) {
      xml.append("        <reason><type>local_policy</type><comment>arc=pass</comment></reason>\n");
    }
    xml.append("      </policy_evaluated>\n    </row>\n    <identifiers>\n      <envelope_from>");
    xml.append(envelope).append("</envelope_from>\n      <header_from>").append(author);
    xml.append("</header_from>\n    </identifiers>\n    <auth_results>\n").append(dkim);
    xml.append("      <spf>\n        <domain>").append(envelope);
    xml.append("</domain>\n        <result>").append(spf);
    xml.append("</result>\n      </spf>\n    </auth_results>\n  </record>\n");
  }

  private String signed(String result) {
    return dkim(domain, "ourselectorofeasydkimnumber000" + (20 + at(8)), result);
  }

  private String amazon(String result) {
    return dkim("amazonses.com", "selectorofamazonsesnumber00000" + (10 + at(4)), result);
  }

  private static String dkim(String signer, String selector, String result) {
    return "      <dkim>\n        <domain>"
        + signer
        + "</domain>\n        <selector>"
        + selector
        + "</selector>\n        <result>"
        + result
        + "</result>\n      </dkim>\n";
  }

  private String address() {
    if (at(100) < ipv6Percent) {
      return "2001:db8:"
          + Integer.toHexString(at(1 << 16))
          + ":"
          + Integer.toHexString(at(1 << 16))
          + "::"
          + Integer.toHexString(1 + at(0xffff));
    }
    return NETWORKS.get(at(3)) + (1 + at(254));
  }

  private long messages() {
    int kind = at(100);
    if (kind < 55) {
      return 1;
    }
    return kind < 80 ? 2 + at(4) : Math.min(250_000, Math.round(3 / (1 - random.nextDouble())));
  }

  private int at(int bound) {
    return random.nextInt(bound);
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }
}

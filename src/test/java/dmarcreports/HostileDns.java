package dmarcreports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A name server whose records hold what {@link HostileTexts} holds, the same for each name. */
final class HostileDns {
  private HostileDns() {}

  static LyingDns start() throws IOException {
    return new LyingDns((query, empty, tcp) -> answer(query, empty));
  }

  private static byte[] answer(Message query, Message empty) throws IOException {
    Name name = query.getQuestion().getName();
    int number = Math.floorMod(name.toString().hashCode(), HostileTexts.ALL.size());
    String text = HostileTexts.ALL.get(number);
    if (query.getQuestion().getType() == Type.TXT) {
      texts(name, text, number, empty);
    } else if (query.getQuestion().getType() == Type.MX) {
      empty.addRecord(new MXRecord(name, DClass.IN, 60, 10, label(text)), Section.ANSWER);
    } else {
      empty.getHeader().setRcode(Rcode.NXDOMAIN);
    }
    return empty.toWire();
  }

  private static void texts(Name name, String text, int number, Message answer) throws IOException {
    Name owner = name;
    if (number % 2 == 0) {
      owner = label(text);
      answer.addRecord(new CNAMERecord(name, DClass.IN, 60, owner), Section.ANSWER);
    }
    String asked = name.toString();
    String record =
        asked.startsWith("_dmarc.")
            ? "v=DMARC1; p=none; rua=mailto:" + text + "@x.example; " + text + "=" + text + "; x"
            : asked.contains("._domainkey.")
                ? "v=DKIM1; n=" + text + "; t=" + text + "; p=" + text
                : "v=spf1 include:" + text + ".example " + text + " exists:%{l}." + text + " +all";
    for (String one : new String[] {record, text}) {
      answer.addRecord(new TXTRecord(owner, DClass.IN, 60, escaped(one)), Section.ANSWER);
    }
  }

  /** As the library wants it: bytes of UTF-8 as in a master file. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      escaped.append(String.format("\\%03d", one & 0xff));
    }
    return escaped.toString();
  }

  /** The bytes of a text as one label. */
  private static Name label(String text) throws IOException {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    wire.write(bytes.length);
    wire.write(bytes);
    wire.write(new byte[] {4, 't', 'e', 's', 't', 0});
    return new Name(wire.toByteArray());
  }

  /** A mail whose names are such texts. */
  static String mail() {
    StringBuilder results = new StringBuilder();
    SmallMail mail = new SmallMail("");
    for (String text : HostileTexts.ALL) {
      String line = text.replaceAll("[\r\n\u0085\u2028\u2029]", "\u001b");
      results
          .append("; dkim=permerror (no key ")
          .append(line.replaceAll("[()]", ""))
          .append(") header.d=example.com header.s=\"")
          .append(line.replace("\"", ""))
          .append('"');
      mail.signed("example.com", line.replace(";", ""));
    }
    return "Authentication-Results: mx.example.net"
        + results
        + "; spf=fail smtp.mailfrom=a@example.com\r\n"
        + mail.path("\u001b[31m=1@example.com").text();
  }
}

package dmarcreports.dns.live;

import dmarcreports.dns.DnsName;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord;
import dmarcreports.report.SourceIp;
import java.nio.charset.StandardCharsets;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Records of the library as those of the house. */
final class Records {
  private Records() {}

  static int type(RecordType type) {
    return switch (type) {
      case TXT -> Type.TXT;
      case CNAME -> Type.CNAME;
      case MX -> Type.MX;
      case A -> Type.A;
      case AAAA -> Type.AAAA;
      case PTR -> Type.PTR;
      case NS -> Type.NS;
    };
  }

  static ResourceRecord read(RecordType type, Record record) {
    return new ResourceRecord(name(record.getName()), data(type, record));
  }

  private static ResourceRecord.Data data(RecordType type, Record record) {
    return switch (type) {
      case TXT -> text((TXTRecord) record);
      case MX -> exchange((MXRecord) record);
      case A, AAAA -> new ResourceRecord.Address(SourceIp.of(record.rdataToWireCanonical()));
      case CNAME -> pointer(type, ((CNAMERecord) record).getTarget());
      case PTR -> pointer(type, ((PTRRecord) record).getTarget());
      case NS -> pointer(type, ((NSRecord) record).getTarget());
    };
  }

  private static ResourceRecord.Data pointer(RecordType type, Name target) {
    return new ResourceRecord.Pointer(type, name(target));
  }

  private static ResourceRecord.Data text(TXTRecord record) {
    return new ResourceRecord.Text(
        record.getStringsAsByteArrays().stream()
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .toList());
  }

  private static ResourceRecord.Data exchange(MXRecord record) {
    return new ResourceRecord.MailExchange(record.getPriority(), name(record.getTarget()));
  }

  private static String name(Name name) {
    return name.equals(Name.root)
        ? ""
        : DnsName.parse(name.toString()).map(DnsName::text).orElseThrow();
  }
}

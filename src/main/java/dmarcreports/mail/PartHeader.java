package dmarcreports.mail;

import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;

/** What matters here of the header of a mail or part: a name, and whether it has parts itself. */
final class PartHeader {
  private static final String MULTIPART = "multipart/";
  private static final int LONGEST_PARSED = 16 << 10;

  private boolean multipart;
  private int bytes;
  private String fileName;
  private String name;

  /** Takes in one field. */
  PartHeader add(Field field) throws MimeException {
    int length = field.getRaw() == null ? 0 : field.getRaw().length();
    bytes += length;
    if (length == 0 || length > LONGEST_PARSED) {
      return this;
    }
    switch (field.getName().toLowerCase(Locale.ROOT)) {
      case "content-disposition" -> fileName = parameter(field, "filename").orElse(fileName);
      case "content-type", "contenttype" -> {
        String type = String.valueOf(field.getBody()).strip();
        multipart |= type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
        name = parameter(field, "name").orElse(name);
      }
      default -> {}
    }
    return this;
  }

  private static Optional<String> parameter(Field field, String wanted) throws MimeException {
    RawFieldParser parser = RawFieldParser.DEFAULT;
    RawBody body = parser.parseRawBody(parser.parseField(field.getRaw()));
    MimeParameterMapping parameters = new MimeParameterMapping();
    for (NameValuePair pair : body.getParams()) {
      parameters.addParameter(pair.getName(), pair.getValue());
    }
    return Optional.ofNullable(parameters.get(wanted))
        .map(value -> DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT))
        .map(
            value -> value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1))
        .filter(value -> !value.isBlank());
  }

  boolean isMultipart() {
    return multipart;
  }

  boolean isTooLarge() {
    return bytes > Limits.HEADER_BLOCK_BYTES;
  }

  /** The last part of the name of the attachment, decoded; hostile text. */
  Optional<String> fileName() {
    return Optional.ofNullable(fileName == null ? name : fileName);
  }
}

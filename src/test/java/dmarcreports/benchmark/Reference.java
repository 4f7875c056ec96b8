package dmarcreports.benchmark;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What every importer must do at least, to compare with: inflates a generated mailbox and reads the
 * XML, event by event, with the reader that we use, and stores nothing.
 */
final class Reference {
  private static final XMLInputFactory XML = new WstxInputFactory();

  private Reference() {}

  /** Reads the directory named by the first argument and prints how many records it holds. */
  public static void main(String... args) throws IOException, XMLStreamException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(args[0]))) {
      files = all.sorted().toList();
    }
    long records = 0;
    for (Path file : files) {
      records += records(file);
    }
    System.out.println(records);
  }

  private static long records(Path file) throws IOException, XMLStreamException {
    String name = file.getFileName().toString();
    if (name.endsWith(".eml")) {
      String mail = Files.readString(file, StandardCharsets.US_ASCII);
      String body = mail.substring(mail.indexOf("\r\n\r\n") + 4);
      byte[] attachment = Base64.getMimeDecoder().decode(body);
      try (InputStream xml = new GZIPInputStream(new ByteArrayInputStream(attachment))) {
        return records(xml);
      }
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      if (!name.endsWith(".zip")) {
        return records(name.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 13) : bytes);
      }
      long records = 0;
      try (ZipInputStream zip = new ZipInputStream(bytes)) {
        while (zip.getNextEntry() != null) {
          records += records(zip);
        }
      }
      return records;
    }
  }

  private static long records(InputStream xml) throws XMLStreamException {
    long records = 0;
    XMLStreamReader reader = XML.createXMLStreamReader(xml);
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("record")) {
        records++;
      } else if (event == XMLStreamReader.CHARACTERS) {
        reader.getTextLength();
      }
    }
    reader.close();
    return records;
  }
}

package dmarcreports.xml;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

/** The samples keep to the schema whose namespace they bear. */
class SampleReportsTest {
  @Test
  void aSampleInTheNamespaceOfRfc9990IsValid() throws Exception {
    assertTrue(validated("urn:ietf:params:xml:ns:dmarc-2.0", "schema/rfc9990.xsd") > 0);
  }

  @Test
  void aSampleInTheNamespaceOfRfc7489IsValid() throws Exception {
    assertTrue(validated("http://dmarc.org/dmarc-xml/0.1", "schema/rfc7489.xsd") > 0);
  }

  private static int validated(String namespace, String schema) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    var validator = factory.newSchema(Path.of(schema).toFile()).newValidator();
    int valid = 0;
    for (Path sample : samples()) {
      if (Files.readString(sample).contains("\"" + namespace + "\"")) {
        try {
          validator.validate(new StreamSource(sample.toFile()));
        } catch (org.xml.sax.SAXException e) {
          throw new AssertionError(sample + ": " + e.getMessage(), e);
        }
        valid++;
      }
    }
    return valid;
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sample-reports"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }
}

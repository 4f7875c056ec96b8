package dmarcreports.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dmarcreports.Verdict;
import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Deviation;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes, opened and parsed: nothing is thrown but what discards them. With {@code
 * JAZZER_FUZZ=1} one of these looks for bytes that break it; else each runs the samples.
 */
class InputFuzzIT {
  private static final ReportParser PARSER = new ReportParser();
  private static final byte[] HEADER =
      "From: a@b.example\nMIME-Version: 1.0\n".getBytes(StandardCharsets.US_ASCII);

  static Stream<byte[]> samples() throws IOException {
    try (Stream<Path> samples = Files.list(Path.of("sample-reports"));
        Stream<Path> failed = Files.list(Path.of("src/test/resources/failed"))) {
      List<Path> files = Stream.concat(samples, failed).sorted().toList();
      Stream.Builder<byte[]> bytes = Stream.builder();
      for (Path file : files) {
        bytes.add(Files.readAllBytes(file));
      }
      return bytes.build();
    }
  }

  @MethodSource("samples")
  @FuzzTest
  void opening(byte[] bytes) throws IOException {
    if (bytes != null) {
      Verdict.of(bytes);
    }
  }

  @MethodSource("samples")
  @FuzzTest
  void mime(byte[] bytes) throws IOException {
    if (bytes != null) {
      ByteArrayOutputStream mail = new ByteArrayOutputStream();
      mail.write(HEADER);
      mail.write(bytes);
      Verdict.of(mail.toByteArray());
    }
  }

  @MethodSource("samples")
  @FuzzTest
  void parsing(byte[] bytes) throws IOException {
    if (bytes == null) {
      return;
    }
    try {
      PARSER.parse(
          new ReplayableContent(new ByteArrayInputStream(bytes)), "report.xml", new Nowhere());
    } catch (UnreadableReport discarded) {
      if (discarded.getMessage().isBlank()) {
        throw new AssertionError("no reason", discarded);
      }
    }
  }

  private static final class Nowhere implements ReportSink {
    @Override
    public void begin(AggregateReport report) {}

    @Override
    public void record(AggregateRecord record) {
      if (record.messages() < 0) {
        throw new AssertionError("less than no message");
      }
    }

    @Override
    public void end(ReportFormat format, List<Deviation> deviations) {}
  }
}

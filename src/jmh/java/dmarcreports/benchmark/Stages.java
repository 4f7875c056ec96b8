package dmarcreports.benchmark;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.mail.DocumentVisitor;
import dmarcreports.mail.Input;
import dmarcreports.mail.Limits;
import dmarcreports.mail.Opener;
import dmarcreports.mailbox.FileMailbox;
import dmarcreports.report.Observation;
import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.store.Databases;
import dmarcreports.store.ReportReader;
import dmarcreports.store.ReportSaver;
import dmarcreports.store.ReportStore;
import dmarcreports.store.Selection;
import dmarcreports.store.open.Database;
import dmarcreports.xml.ReportParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stages of a run, each alone and warm, over 20,000 records. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = Stages.ITERATIONS, time = 2)
@Fork(1)
public class Stages {
  /** How often each stage is measured. */
  static final int ITERATIONS = 5;

  private static final int RECORDS = 20_000;

  /** Documents. */
  @State(Scope.Thread)
  public static class Documents {
    /** How many records are in each report. */
    @Param({"1000", "5"})
    public int recordsEach;

    private final ReportParser parser = new ReportParser();
    private List<byte[]> documents;

    /** Makes them. */
    @Setup
    public void make() {
      documents = Mails.documents(recordsEach, RECORDS);
    }
  }

  /** Documents to records. */
  @Benchmark
  public int parse(Documents in, Cpu cpu) throws UnreadableReport, IOException {
    int reports = 0;
    for (byte[] document : in.documents) {
      Mails.Kept.of(in.parser, document);
      reports++;
    }
    cpu.add(RECORDS);
    return reports;
  }

  /** A mailbox. */
  @State(Scope.Thread)
  public static class Files1000 {
    private final Opener opener = new Opener(Limits.defaults());
    private final List<Input> inputs = new ArrayList<>();
    private long records;

    /** Makes it. */
    @Setup
    public void make() throws IOException {
      Path inbox = Files.createTempDirectory("stages");
      Corpus corpus = new Corpus();
      corpus.mailbox(inbox, 1_000, 8);
      records = corpus.records();
      FileMailbox.of(List.of(inbox.toString()), InputStream.nullInputStream()).forEach(inputs::add);
    }
  }

  /** Files to the bytes of documents. */
  @Benchmark
  public long open(Files1000 in, Cpu cpu) throws IOException {
    long[] bytes = new long[1];
    for (Input input : in.inputs) {
      in.opener.open(
          input,
          new DocumentVisitor() {
            @Override
            public void document(Origin origin, InputStream content) throws IOException {
              byte[] piece = new byte[8192];
              for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
                bytes[0] += n;
              }
            }

            @Override
            public void discarded(Origin origin, UnreadableReport why) {
              throw new IllegalStateException(why);
            }
          });
    }
    cpu.add(in.records);
    return bytes[0];
  }

  /** Reports that are read. */
  @State(Scope.Thread)
  public static class Reports {
    private final List<Mails.Kept> reports = new ArrayList<>();
    private Path place;
    private int number;

    /** Reads them. */
    @Setup
    public void read() throws UnreadableReport, IOException {
      ReportParser parser = new ReportParser();
      for (byte[] document : Mails.documents(20, RECORDS)) {
        reports.add(Mails.Kept.of(parser, document));
      }
      place = Files.createTempDirectory("stages");
    }
  }

  private static Database store(List<Mails.Kept> reports, Path file) {
    Database database = Databases.parse(file.toString());
    try (ReportStore store = ReportStore.open(database, Duration.ZERO, Instant.EPOCH, "1")) {
      for (Mails.Kept report : reports) {
        ReportSaver saver = store.saver(new Origin("inbox/file", List.of()), Optional.empty());
        report.tell(saver);
        store.count(saver);
      }
      store.finish(Instant.EPOCH);
    }
    return database;
  }

  /** Records to a database that is new. */
  @Benchmark
  public Database store(Reports in, Cpu cpu) throws IOException {
    Database database = store(in.reports, in.place.resolve("db" + in.number++));
    Files.delete(database.file().orElseThrow());
    cpu.add(RECORDS);
    return database;
  }

  /** What a database holds. */
  @State(Scope.Thread)
  public static class Observations {
    private final PublicSuffixList suffixes = new PublicSuffixList();
    private final List<Observation> observations = new ArrayList<>();

    /** Stores it and reads it back. */
    @Setup
    public void read(Reports in) {
      Database database = store(in.reports, in.place.resolve("observed"));
      try (ReportReader reader = ReportReader.open(database, Duration.ZERO)) {
        Selection all = new Selection(Optional.empty(), Optional.empty(), Set.of());
        reader.observations(all, observations::add);
      }
    }
  }

  /** Observations to findings. */
  @Benchmark
  public Analysis analyse(Observations in, Cpu cpu) {
    cpu.add(RECORDS);
    return Analysis.of(in.observations, in.suffixes, SenderProfiles.standard());
  }
}

package dmarcreports.spark.task;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.Background;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.output.table.CsvLines;
import dmarcreports.output.table.CsvOutput;
import dmarcreports.output.table.Table;
import dmarcreports.output.table.Tables;
import dmarcreports.report.Evidence;
import dmarcreports.spark.seam.Filling;
import dmarcreports.spark.seam.Found;
import dmarcreports.spark.seam.Kept;
import dmarcreports.spark.seam.Refused;
import dmarcreports.spark.seam.Setting;
import dmarcreports.spark.seam.Source;
import dmarcreports.spark.seam.Work;
import dmarcreports.store.Databases;
import dmarcreports.store.LooseReports;
import dmarcreports.store.Unload;
import dmarcreports.store.open.Database;
import dmarcreports.xml.ReportParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The work of tasks, by the rooms that do the same for one process. */
public final class Tasks implements Work {
  private static final String REPORTERS = "reporters";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Analysis NOTHING = new Analysis(List.of(), List.of(), Map.of());

  private final SenderProfiles profiles = SenderProfiles.standard();
  private final ReportParser parser = new ReportParser();
  private final Function<Evidence, Background.Share> shares =
      Background.shares(new PublicSuffixList());

  @Override
  public Map<String, Class<?>> columns(String kind) {
    return LooseReports.Kind.valueOf(kind.toUpperCase(Locale.ROOT)).columns();
  }

  @Override
  public Iterator<Found> read(Iterator<Source> inputs, long now) {
    return new InputRows(inputs, parser.another(), Instant.ofEpochMilli(now));
  }

  @Override
  public Share share(Object[] policy, Object[] evidence) {
    Evidence read = new LooseReports(Instant.EPOCH).evidence(LooseReports.policy(policy), evidence);
    Background.Share share;
    synchronized (shares) {
      share = shares.apply(read);
    }
    return new Share(share.fault().map(Enum::name).orElse(null), share.provesSes());
  }

  @Override
  public List<String> tables() {
    return Tables.ALL.stream().map(Table::name).filter(name -> !name.equals(REPORTERS)).toList();
  }

  @Override
  public byte[] head(String table) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    new CsvOutput(TableFindings.table(table))
        .write(TableFindings.of(NOTHING, Map.of(), List.of(), false), head);
    return head.toByteArray();
  }

  @Override
  public Domain domain(Setting setting) {
    return new DomainTables(collector(setting), setting.all());
  }

  private Analysis.Collector collector(Setting setting) {
    Analysis.Collector collector = new Analysis.Collector(new PublicSuffixList(), profiles);
    collector.background(Backgrounds.of(setting));
    collector.upTo(setting.newestDay());
    return collector;
  }

  @Override
  public void reporters(Setting setting, List<Reporter> reporters, OutputStream to)
      throws IOException {
    List<dmarcreports.stored.Reporter> stored =
        reporters.stream()
            .map(
                one ->
                    new dmarcreports.stored.Reporter(
                        one.name(),
                        one.reports(),
                        one.messages(),
                        one.format(),
                        one.deviations(),
                        LocalDate.ofEpochDay(one.lastSeen()),
                        Instant.ofEpochSecond(one.newestEnd())))
            .sorted(Comparator.comparing(dmarcreports.stored.Reporter::name))
            .toList();
    new CsvOutput(TableFindings.table(REPORTERS))
        .write(TableFindings.of(collector(setting).finish(), Map.of(), stored, setting.all()), to);
  }

  @Override
  public Filling fill(String database) throws IOException {
    String version = Tasks.class.getPackage().getImplementationVersion();
    return new Filled(named(database), PATIENCE, version == null ? "unpackaged" : version);
  }

  @Override
  public void unload(String database, Kept to) throws IOException {
    Database named = named(database);
    try {
      Filled.said(
          () -> {
            Unload.of(named, PATIENCE, new Unloaded(to));
            return true;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Database named(String database) throws Refused {
    try {
      return Databases.parse(database, System.getenv());
    } catch (IllegalArgumentException e) {
      throw new Refused(e.getMessage());
    }
  }

  @Override
  public void csv(List<? extends List<?>> lines, OutputStream to) throws IOException {
    try (CsvLines csv = new CsvLines(to)) {
      for (List<?> line : lines) {
        csv.line(line);
      }
    }
  }
}

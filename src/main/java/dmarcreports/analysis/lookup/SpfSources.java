package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Names;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.spf.SpfEvaluation;
import dmarcreports.dns.spf.SpfIdentity;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import dmarcreports.report.SpfResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which addresses of the reports an SPF record lets send now, beside how they fared. */
final class SpfSources {
  /** So many addresses of one name are tried, those of most mail. */
  static final int MOST_SOURCES = 1_000;

  private static final int NAMED = 10;

  /** What the reports say of an address, and the record now. */
  private enum Now {
    PASSING_PERMITTED,
    PASSING_NOT_PERMITTED,
    FAILING_PERMITTED,
    FAILING_NOT_PERMITTED,
    UNTOLD
  }

  private SpfSources() {}

  static List<Remark> of(DomainName name, SeenPath path, Lookup lookup) {
    Map<Now, List<SourceIp>> sources = new EnumMap<>(Now.class);
    Comparator<Map.Entry<SourceIp, Fared>> most =
        Comparator.comparing(Map.Entry::getValue, Fared.MOST);
    path.sources().entrySet().stream()
        .filter(source -> !source.getValue().equals(Fared.NONE))
        .sorted(most.thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_SOURCES)
        .forEach(
            source ->
                sources
                    .computeIfAbsent(
                        now(name, source.getKey(), source.getValue(), lookup),
                        n -> new ArrayList<>())
                    .add(source.getKey()));
    List<Remark> remarks = new ArrayList<>();
    sources.forEach((now, addresses) -> remarks.add(remark(now, addresses)));
    int more = path.sources().size() - MOST_SOURCES;
    if (more > 0) {
      remarks.add(Remark.of(SpfLookupRemark.MORE_SOURCES, more, MOST_SOURCES));
    }
    return remarks;
  }

  private static Now now(DomainName name, SourceIp source, Fared fared, Lookup lookup) {
    SpfResult result = SpfEvaluation.of(SpfIdentity.of(source, name), lookup).result();
    boolean failing = fared.failsNow();
    return switch (result) {
      case PASS -> failing ? Now.FAILING_PERMITTED : Now.PASSING_PERMITTED;
      case TEMPERROR -> Now.UNTOLD;
      case NONE, NEUTRAL, FAIL, SOFTFAIL, PERMERROR, POLICY ->
          failing ? Now.FAILING_NOT_PERMITTED : Now.PASSING_NOT_PERMITTED;
    };
  }

  private static Remark remark(Now now, List<SourceIp> addresses) {
    int sources = addresses.size();
    Names names = Names.of(Names.Joint.COMMA, addresses.stream().sorted().toList(), NAMED);
    return switch (now) {
      case PASSING_PERMITTED -> Remark.of(SpfLookupRemark.PASSING_PERMITTED, sources);
      case PASSING_NOT_PERMITTED ->
          Remark.of(SpfLookupRemark.PASSING_NOT_PERMITTED, sources, names)
              .advising(SpfAdvice.LET_IN_AGAIN.of());
      case FAILING_PERMITTED -> Remark.of(SpfLookupRemark.FAILING_PERMITTED, sources, names);
      case FAILING_NOT_PERMITTED ->
          Remark.of(SpfLookupRemark.FAILING_NOT_PERMITTED, sources, names);
      case UNTOLD -> Remark.of(SpfLookupRemark.SOURCES_UNTOLD, sources, names);
    };
  }
}

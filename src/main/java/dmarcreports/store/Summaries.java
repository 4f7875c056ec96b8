package dmarcreports.store;

import dmarcreports.report.DomainName;
import dmarcreports.report.Messages;
import dmarcreports.report.PolicyPublished;
import dmarcreports.stored.PolicyDomain;
import dmarcreports.stored.Reported;
import dmarcreports.stored.Reporter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What reports come to, by domain and by reporter: one is added after another, in any order. */
final class Summaries {
  private final Map<Integer, PolicyPublished> policies;
  private final Map<DomainName, OfDomain> domains = new HashMap<>();
  private final Map<String, OfReporter> reporters = new HashMap<>();

  /**
   * @param policies all that are stored, by id
   */
  Summaries(Map<Integer, PolicyPublished> policies) {
    this.policies = policies;
  }

  /**
   * Adds a report, a row of {@link dmarcreports.store.sql.Sql#HEADS}, and tells what observations
   * need to know of it.
   */
  Head add(ResultSet row) throws SQLException {
    PolicyPublished policy = policies.get(row.getInt(4));
    Age age =
        new Age(
            row.getBoolean(5),
            row.getObject(2, LocalDate.class),
            row.getLong(6),
            row.getString(3),
            row.getString(7),
            row.getBytes(8));
    domains.computeIfAbsent(policy.domain(), d -> new OfDomain(age, policy)).add(age, policy);
    String format = row.getString(9);
    reporters
        .computeIfAbsent(age.reporter(), r -> new OfReporter(age, format))
        .add(age, format, row.getLong(10), row.getLong(11));
    return new Head(age.day(), age.reporter());
  }

  /** The newest day that does not lie in the future; empty where there is none. */
  Optional<LocalDate> newestDay() {
    return reporters.values().stream()
        .map(one -> one.newest)
        .filter(age -> !age.late())
        .map(Age::day)
        .max(Comparator.naturalOrder());
  }

  /** What all of them come to. */
  Reported all() {
    Map<DomainName, PolicyDomain> byDomain = new TreeMap<>();
    domains.forEach((domain, sum) -> byDomain.put(domain, sum.policyDomain()));
    Map<String, Reporter> byReporter = new TreeMap<>();
    reporters.forEach((name, sum) -> byReporter.put(name, sum.reporter()));
    return new Reported(byDomain, List.copyOf(byReporter.values()));
  }

  /** What observations need to know of a report. */
  record Head(LocalDate day, String reporter) {}

  /**
   * What tells which of two reports is the newer one. Those of the future count as the oldest, so
   * that they are never the newest.
   */
  private record Age(
      boolean late, LocalDate day, long end, String reporter, String reportId, byte[] key) {
    boolean isAfter(Age other) {
      int order = Boolean.compare(other.late, late);
      order = order != 0 ? order : day.compareTo(other.day);
      order = order != 0 ? order : Long.compare(end, other.end);
      order = order != 0 ? order : reporter.compareTo(other.reporter);
      order = order != 0 ? order : reportId.compareTo(other.reportId);
      return (order != 0 ? order : Arrays.compareUnsigned(key, other.key)) > 0;
    }
  }

  private static final class OfDomain {
    private Age newest;
    private PolicyPublished policy;
    private long reports;
    private final Set<String> reporters = new HashSet<>();

    OfDomain(Age first, PolicyPublished policy) {
      this.newest = first;
      this.policy = policy;
    }

    void add(Age age, PolicyPublished its) {
      reports++;
      reporters.add(age.reporter());
      if (age.isAfter(newest)) {
        newest = age;
        policy = its;
      }
    }

    PolicyDomain policyDomain() {
      return new PolicyDomain(policy, reports, reporters.size());
    }
  }

  private static final class OfReporter {
    private Age newest;
    private String format;
    private long reports;
    private long messages;
    private long deviations;

    OfReporter(Age first, String format) {
      this.newest = first;
      this.format = format;
    }

    void add(Age age, String itsFormat, long itsMessages, long itsDeviations) {
      reports++;
      messages = Messages.sum(messages, itsMessages);
      deviations += itsDeviations;
      if (age.isAfter(newest)) {
        newest = age;
        format = itsFormat;
      }
    }

    Reporter reporter() {
      return new Reporter(
          newest.reporter(),
          reports,
          messages,
          format,
          deviations,
          newest.day(),
          Instant.ofEpochSecond(newest.end()));
    }
  }
}

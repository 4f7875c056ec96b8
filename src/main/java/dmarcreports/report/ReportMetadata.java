package dmarcreports.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who reports, under which id, about which window (RFC 9990, {@code report_metadata}).
 *
 * @param orgName the Reporting Organization's name for itself; empty where it gave none
 * @param reportId without surrounding blanks and angle brackets; empty where there was none
 * @param dateRange the reported window; empty where the document names none that can be read
 * @param version the text of {@code version}
 */
public record ReportMetadata(
    String orgName,
    Optional<String> email,
    Optional<String> extraContactInfo,
    String reportId,
    Optional<DateRange> dateRange,
    List<String> errors,
    Optional<String> generator,
    Optional<String> version) {

  /** Keeps its own copy of the list. */
  public ReportMetadata {
    errors = List.copyOf(errors);
  }

  /** The reporter: its name, else the domain of its address, else empty. */
  public String reporter() {
    if (!orgName.isEmpty()) {
      return orgName;
    }
    return email
        .map(address -> address.substring(address.lastIndexOf('@') + 1))
        .map(domain -> domain.replace(">", "").strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}

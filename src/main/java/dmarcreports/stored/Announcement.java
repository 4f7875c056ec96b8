package dmarcreports.stored;

import dmarcreports.report.DomainName;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a digest has told.
 *
 * @param domain the policy domain; empty for a reporter
 * @param name the source group, the action's code and target, the reporter; hostile text
 * @param state that of an action, in lower case
 * @param since the day from which on it is so
 */
public record Announcement(
    Kind kind, Optional<DomainName> domain, String name, Optional<String> state, LocalDate since) {

  /** What it is about. */
  public enum Kind {
    /** A policy domain is there. */
    DOMAIN,
    /** Mail of a source group fails. */
    SOURCE_GROUP,
    /** An action has a state. */
    ACTION,
    /** A reporter sends nothing any more. */
    QUIET_REPORTER;

    /** The word for it in the database. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A policy domain. */
  public static Announcement domain(DomainName domain, LocalDate since) {
    return new Announcement(
        Kind.DOMAIN, Optional.of(domain), domain.text(), Optional.empty(), since);
  }

  /** A source group whose mail fails. */
  public static Announcement sourceGroup(DomainName domain, String group, LocalDate since) {
    return new Announcement(Kind.SOURCE_GROUP, Optional.of(domain), group, Optional.empty(), since);
  }

  /** An action and what became of it. */
  public static Announcement action(
      DomainName domain, String code, String target, String state, LocalDate since) {
    return new Announcement(
        Kind.ACTION, Optional.of(domain), code + " " + target, Optional.of(state), since);
  }

  /** A reporter and the newest day that it reported about. */
  public static Announcement quietReporter(String reporter, LocalDate lastSeen) {
    return new Announcement(
        Kind.QUIET_REPORTER, Optional.empty(), reporter, Optional.empty(), lastSeen);
  }

  /** What it is about, whatever is told of it. */
  public Subject subject() {
    return new Subject(kind, domain, name);
  }

  /** What an announcement is about; one announcement for each. */
  public record Subject(Kind kind, Optional<DomainName> domain, String name) {}
}

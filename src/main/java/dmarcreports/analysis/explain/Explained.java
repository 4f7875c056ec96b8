package dmarcreports.analysis.explain;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.CausePhrase;
import dmarcreports.analysis.alignment.Relation;
import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.change.Effect;
import dmarcreports.analysis.change.Gain;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.stream.Condition;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.Disposition;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the findings about one source came about.
 *
 * @param source its name in its one spelling
 * @param domains the policy domains in whose name it sent, sorted; empty where nothing is stored
 */
public record Explained(String source, List<Domain> domains) {
  /** Keeps its own copy of the list. */
  public Explained {
    domains = List.copyOf(domains);
  }

  /**
   * What the source sent in the name of one policy domain and below it.
   *
   * @param domain the DMARC Policy Domain
   * @param policy as published, newest
   * @param tally that of this source alone
   * @param streams most failing messages first
   * @param actions those that concern its failing messages, by effect
   */
  public record Domain(
      DomainName domain,
      PolicyPublished policy,
      Tally tally,
      List<Stream> streams,
      List<ToDo> actions) {
    /** Keeps its own copies of the lists. */
    public Domain {
      streams = List.copyOf(streams);
      actions = List.copyOf(actions);
    }
  }

  /**
   * The source's part of one mail stream. The class was decided by the whole stream.
   *
   * @param part the source's messages
   * @param whole all messages of the stream, from whatever source
   * @param wholeSources how many addresses send them
   * @param circumstances what else counted
   * @param above the rows of the class table above the one that matched
   * @param evidences most messages first
   */
  public record Stream(
      StreamFindings part,
      Tally whole,
      long wholeSources,
      List<Saying> circumstances,
      List<Row> above,
      List<Evidence> evidences) {
    /** Keeps its own copies of the lists. */
    public Stream {
      circumstances = List.copyOf(circumstances);
      above = List.copyOf(above);
      evidences = List.copyOf(evidences);
    }
  }

  /**
   * A row of the class table that did not match.
   *
   * @param unmet what would have had to be so; never empty
   */
  public record Row(StreamClass streamClass, List<Condition> unmet) {
    /** Keeps its own copy of the list. */
    public Row {
      unmet = List.copyOf(unmet);
    }
  }

  /**
   * Messages of which the reports say the same.
   *
   * @param from the Author Domain; empty where From names none or several
   * @param asked what the policy domain asks for such mail where it fails
   * @param disposition what the receiver did, where it says so
   * @param overridden whether that is softer than asked
   * @param forwarded whether the receiver says that somebody passed the mail on
   * @param nullSender whether the envelope names no sender
   * @param brokenKeys own keys that did not verify
   * @param reliable whether a reporter that is to be relied on tells of them
   * @param shares by source, most messages first
   * @param days in order of time
   * @param reporters sorted
   * @param changes what each would do; empty where the messages do not fail
   */
  public record Evidence(
      Optional<DomainName> from,
      Verdict verdict,
      Optional<Policy> asked,
      Optional<Disposition> disposition,
      boolean overridden,
      boolean forwarded,
      boolean nullSender,
      List<String> brokenKeys,
      boolean reliable,
      long messages,
      List<Share> shares,
      List<LocalDate> days,
      List<String> reporters,
      Side spf,
      Side dkim,
      List<Change> changes) {
    /** Keeps its own copies of the lists. */
    public Evidence {
      brokenKeys = List.copyOf(brokenKeys);
      shares = List.copyOf(shares);
      days = List.copyOf(days);
      reporters = List.copyOf(reporters);
      changes = List.copyOf(changes);
    }
  }

  /** What one address sent of it; empty where the reporters named none. */
  public record Share(Optional<SourceIp> source, long messages) {}

  /**
   * What is said about one mechanism.
   *
   * @param mode the alignment mode in force
   * @param word the receiver's own verdict, where it gives one
   * @param inWords the cause, as a sentence
   */
  public record Side(
      AlignmentMode mode,
      Optional<PolicyEvaluated.Verdict> word,
      List<Check> checks,
      Cause cause,
      CausePhrase inWords) {
    /** Keeps its own copy of the list. */
    public Side {
      checks = List.copyOf(checks);
    }
  }

  /**
   * One check that the reporter lists.
   *
   * @param domain whom it was about
   * @param result its word; empty where it is none of the format's
   * @param relation of that domain to the Author Domain
   * @param counts whether it passed and aligns under the mode in force
   */
  public record Check(
      Optional<DomainName> domain, String result, Relation relation, boolean counts) {}

  /**
   * What a change would do to failing messages.
   *
   * @param changes one, or several that work only together
   * @param advised whether the stream's recommendations have it
   * @param effect what becomes of them, and why
   */
  public record Change(List<Recommendation> changes, boolean advised, Effect effect) {
    /** Keeps its own copy of the list. */
    public Change {
      changes = List.copyOf(changes);
    }

    /** What becomes of them. */
    public Gain gain() {
      return effect.gain();
    }
  }

  /**
   * An action that concerns the source.
   *
   * @param rank that among all actions of the domain, from 1
   * @param repairedMin how many failing messages of the source pass once it is done, at least
   * @param repairedMax the same, at most
   */
  public record ToDo(int rank, Action action, long repairedMin, long repairedMax) {}
}

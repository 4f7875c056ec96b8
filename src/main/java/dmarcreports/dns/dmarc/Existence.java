package dmarcreports.dns.dmarc;

import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.report.DomainName;

/** Whether a name is there at all, as {@code np} wants to know (RFC 9989, 3.2.13). */
public enum Existence {
  YES,
  NO,
  UNKNOWN;

  /** Asks for an address of the name; only that there is no such name says no (RFC 8020). */
  public static Existence of(DomainName name, Lookup lookup) {
    return of(lookup.answer(Question.of(name, RecordType.A)));
  }

  /** What the answer to a question of any type tells of the name. */
  static Existence of(Answer answer) {
    if (answer instanceof Answer.Failed) {
      return UNKNOWN;
    }
    boolean none =
        answer instanceof Answer.Absent absent
            && absent.kind() == Answer.Absence.NAME
            && absent.aliases().isEmpty();
    return none ? NO : YES;
  }
}

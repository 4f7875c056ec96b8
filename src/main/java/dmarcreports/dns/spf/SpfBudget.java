package dmarcreports.dns.spf;

import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.spf.SpfCheck.Exchange;
import java.util.ArrayList;
import java.util.List;

/** Puts the questions of one check, and counts what a receiver counts (RFC 7208, 4.6.4). */
final class SpfBudget {
  private final Lookup lookup;
  private int lookups;
  private int voids;
  private List<Exchange> exchanges = new ArrayList<>();

  SpfBudget(Lookup lookup) {
    this.lookup = lookup;
  }

  /** What DNS says; counted where nothing is there. */
  Answer ask(DnsName name, RecordType type) {
    Answer answer = askUncounted(name, type);
    if (answer instanceof Answer.Absent) {
      voids++;
    }
    return answer;
  }

  /** What DNS says to a question that is not among those counted. */
  Answer askUncounted(DnsName name, RecordType type) {
    Question question = new Question(name, type);
    Answer answer = lookup.answer(question);
    exchanges.add(new Exchange(question, answer));
    return answer;
  }

  /** One more term that asks DNS. */
  void count() {
    lookups++;
  }

  int lookups() {
    return lookups;
  }

  int voids() {
    return voids;
  }

  boolean hasTooManyLookups() {
    return lookups > SpfLimits.MAX_LOOKUPS;
  }

  boolean hasTooManyVoids() {
    return voids > SpfLimits.MAX_VOIDS;
  }

  /** What was asked since this was asked last. */
  List<Exchange> takeExchanges() {
    List<Exchange> taken = exchanges;
    exchanges = new ArrayList<>();
    return taken;
  }
}

package dmarcreports.analysis;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.lookup.DomainLookups;
import dmarcreports.analysis.lookup.ReverseLookups;
import dmarcreports.analysis.lookup.SeenMailCollector;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.dns.Answer;
import dmarcreports.dns.LookedUp;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.Shown;
import dmarcreports.dns.Snapshot;
import dmarcreports.report.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a night's look-ups leave behind: the answers to what is asked about mail, and no others. */
public final class Night implements Lookup {
  private final Lookup dns;
  private final Map<Question, Answer> asked = new TreeMap<>();

  private Night(Lookup dns) {
    this.dns = dns;
  }

  /**
   * After the look-ups about that mail.
   *
   * @param nights what DNS is, night after night
   */
  public static Snapshot after(
      List<? extends Lookup> nights, SenderProfiles profiles, List<Observation> seen) {
    List<LookedUp> all = new ArrayList<>();
    for (Lookup dns : nights) {
      Instant day = Shown.DAY.plus(Duration.ofDays(all.isEmpty() ? 0 : 1));
      asked(dns, profiles, seen).forEach((q, a) -> all.add(LookedUp.at(day, q, a, "192.0.2.53")));
    }
    return Snapshot.of(all, Instant.EPOCH);
  }

  private static Map<Question, Answer> asked(
      Lookup dns, SenderProfiles profiles, List<Observation> seen) {
    Night night = new Night(dns);
    DomainLookups lookups = new DomainLookups(night, Mail.SUFFIXES, List.of());
    ReverseLookups names = new ReverseLookups(night, Snapshot.NONE, Shown.DAY);
    for (DomainFindings domain : Analysis.of(seen, Mail.SUFFIXES, profiles).domains()) {
      SeenMailCollector mail = new SeenMailCollector(domain.domain(), Mail.SUFFIXES);
      seen.forEach(mail::add);
      List<Action> actions = domain.actions();
      lookups.of(domain.domain(), mail.finish(Optional.empty()), actions);
      names.add(domain.sources());
    }
    names.ask();
    return night.asked;
  }

  @Override
  public Answer answer(Question question) {
    return asked.computeIfAbsent(question, dns::answer);
  }
}

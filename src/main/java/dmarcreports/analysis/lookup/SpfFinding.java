package dmarcreports.analysis.lookup;

import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.saying.Names;
import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.spf.MacroText;
import dmarcreports.dns.spf.SpfLookup;
import dmarcreports.dns.spf.SpfRecord;
import dmarcreports.dns.spf.SpfRemark;
import dmarcreports.dns.spf.SpfTerm.MechanismName;
import dmarcreports.report.DomainName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The SPF record of a name that mail uses as its return path, or might. */
final class SpfFinding {
  private static final String SENDERS = "YOUR-SENDERS";

  private final DomainName name;
  private final SeenPath path;
  private final boolean mailFrom;
  private final boolean ofMail;
  private final Asking asking;
  private final List<Remark> remarks = new ArrayList<>();
  private final List<String> tree = new ArrayList<>();

  private SpfFinding(
      DomainName name, SeenPath path, boolean mailFrom, boolean ofMail, Lookup lookup) {
    this.name = name;
    this.path = path;
    this.mailFrom = mailFrom;
    this.ofMail = ofMail;
    this.asking = new Asking(lookup);
  }

  /**
   * What DNS shows of it.
   *
   * @param mailFrom whether it is a custom MAIL FROM domain of Amazon SES
   */
  static Finding of(DomainName name, SeenMail seen, boolean mailFrom, Lookup lookup) {
    return new SpfFinding(name, seen.path(name), mailFrom, false, lookup).finding();
  }

  /** The same where one mail has the name as its return path. */
  static Finding ofMail(DomainName name, boolean mailFrom, Lookup lookup) {
    return new SpfFinding(name, SeenPath.NEVER, mailFrom, true, lookup).finding();
  }

  private Finding finding() {
    SpfLookup lookup = SpfLookup.of(name, asking);
    if (lookup.answer() instanceof Answer.Failed failed) {
      remarks.add(
          Remark.of(SpfLookupRemark.UNTOLD, lookup.question(), FailurePhrase.of(failed.kind())));
    } else {
      lookup.alike().forEach(this::alike);
      if (lookup.isAmbiguous()) {
        remarks.add(
            Remark.of(SpfLookupRemark.SEVERAL, name, lookup.records().size())
                .advising(SpfAdvice.KEEP_ONE.of()));
      } else {
        lookup.record().ifPresentOrElse(this::record, this::absent);
      }
    }
    return new Finding(Topic.SPF, name.text(), asking.asked(), tree, remarks);
  }

  private void alike(String text) {
    remarks.add(
        Remark.of(SpfLookupRemark.ALMOST_A_RECORD, Quoted.text(text))
            .advising(SpfAdvice.CORRECT_RECORD.of()));
  }

  private void absent() {
    if (ofMail) {
      remarks.add(
          Remark.of(MailRemark.PATH_WITHOUT_RECORD, name)
              .advising(SpfAdvice.PUBLISH_FIRST.of(name), text(SENDERS + " ~all", SENDERS)));
      return;
    }
    Fared fared = path.fared();
    long messages = fared.passing() + fared.failing();
    Optional<LocalDate> last =
        Stream.of(fared.lastPassing(), fared.lastFailing())
            .flatMap(Optional::stream)
            .max(LocalDate::compareTo);
    remarks.add(
        last.isPresent()
            ? Remark.of(SpfLookupRemark.ABSENT_IN_USE, name, messages, last.get())
                .advising(SpfAdvice.PUBLISH_FIRST.of(name), text(SENDERS + " ~all", SENDERS))
            : Remark.of(SpfLookupRemark.ABSENT, name)
                .advising(SpfAdvice.IF_NOT_USED.of(name), text("-all")));
  }

  private DnsRecord text(String terms, String... placeholders) {
    return new DnsRecord(name + ". TXT " + Quoted.text("v=spf1 " + terms), List.of(placeholders));
  }

  private void record(SpfRecord record) {
    remarks.add(Remark.of(SpfLookupRemark.FOUND, name));
    record
        .faults()
        .forEach(
            fault ->
                remarks.add(
                    Remark.of(
                            SpfLookupRemark.FAULT,
                            fault.place() + 1,
                            Quoted.piece(fault.text()),
                            SpfFlawPhrase.of(fault.breach()))
                        .advising(SpfAdvice.CORRECT_RECORD.of())));
    record.remarks().forEach(this::odd);
    macros(record);
    boolean overIpv6 = path.sources().keySet().stream().anyMatch(ip -> !ip.isV4());
    remarks.addAll(SpfTreeRemarks.of(name, overIpv6, asking, tree));
    ses(record);
    remarks.addAll(SpfSources.of(name, path, asking));
  }

  /** Whether what lets Amazon SES in does anything where it stands. */
  private void ses(SpfRecord record) {
    record.directives().stream()
        .filter(term -> term.mechanism() == MechanismName.INCLUDE)
        .filter(
            term -> term.domain().flatMap(MacroText::constant).filter(SesNames::isSes).isPresent())
        .map(
            term ->
                mailFrom
                    ? Remark.of(SpfLookupRemark.SES_IN_USE, term.text(), term.place() + 1)
                    : Remark.of(SpfLookupRemark.SES_IDLE, term.text(), term.place() + 1, name)
                        .advising(SpfAdvice.MAY_BE_REMOVED.of(term.text())))
        .forEach(remarks::add);
  }

  private void odd(SpfRemark remark) {
    int place = remark.place() + 1;
    remarks.add(
        switch (remark.oddity()) {
          case PASS_ALL ->
              Remark.of(SpfLookupRemark.LETS_EVERYBODY_IN, place)
                  .advising(SpfAdvice.CLOSE_RECORD.of());
          case NO_END -> Remark.of(SpfLookupRemark.NO_END).advising(SpfAdvice.CLOSE_RECORD.of());
          case AFTER_ALL, PTR, UNKNOWN_MODIFIER, MECHANISM_AS_MODIFIER, SECOND_VERSION, REPEATED ->
              Remark.of(
                  SpfLookupRemark.ODDITY,
                  place,
                  Quoted.piece(remark.text()),
                  SpfFlawPhrase.of(remark.oddity()));
        });
  }

  private void macros(SpfRecord record) {
    SortedSet<String> letters = new TreeSet<>();
    record.terms().stream()
        .flatMap(term -> term.domain().stream())
        .map(MacroText::letters)
        .forEach(all -> all.forEach(letter -> letters.add("%{" + letter + "}")));
    if (!letters.isEmpty()) {
      remarks.add(Remark.of(SpfLookupRemark.MACROS, Names.of(Names.Joint.COMMA, letters)));
    }
  }
}

package dmarcreports.analysis.lookup;

import dmarcreports.analysis.change.DkimKey;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.remedy.KeyRecords;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.ResourceRecord;
import dmarcreports.dns.dkim.DkimKeyLookup;
import dmarcreports.dns.dkim.DkimKeyRecord;
import dmarcreports.dns.dkim.PublicKeyBytes;
import dmarcreports.dns.ses.EasyDkim;
import dmarcreports.dns.ses.EasyDkim.TokenLikeness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key of a selector, and how its signatures fared. */
final class DkimFinding {
  /** Three are used at a time; those before them may still be known. */
  private static final int MOST_TOKENS = 6;

  private final SeenKey key;
  private final SeenMail seen;
  private final SeenSignature signature;
  private final List<String> tokens;
  private final boolean asserted;
  private final DkimKeyLookup lookup;
  private final List<Remark> remarks = new ArrayList<>();

  private DkimFinding(
      SeenKey key, SeenMail seen, boolean asserted, List<String> tokens, DkimKeyLookup lookup) {
    this.key = key;
    this.seen = seen;
    this.asserted = asserted;
    this.signature = seen.signature(key);
    this.tokens = tokens;
    this.lookup = lookup;
  }

  /**
   * What DNS shows of it.
   *
   * @param tokens those of Easy DKIM that are known of its domain
   */
  static Finding of(SeenKey key, SeenMail seen, List<String> tokens, Lookup lookup) {
    return of(key, seen, true, tokens, lookup);
  }

  /**
   * The same where one mail names the selector.
   *
   * @param proven whether it is known not to be the invention of a forger
   */
  static Finding ofMail(
      SeenKey key, SeenMail seen, boolean proven, List<String> tokens, Lookup lookup) {
    return of(key, seen, proven, tokens, lookup);
  }

  private static Finding of(
      SeenKey key, SeenMail seen, boolean asserted, List<String> tokens, Lookup lookup) {
    Asking asking = new Asking(lookup);
    DkimKeyLookup found = DkimKeyLookup.of(key.selector(), key.domain(), asking);
    DkimFinding finding = new DkimFinding(key, seen, asserted, tokens, found);
    finding.judge();
    return Finding.of(Topic.DKIM, key.toString(), asking.asked(), finding.remarks);
  }

  private void judge() {
    if (lookup.question().isEmpty()) {
      remarks.add(Remark.of(DkimRemark.NO_NAME_IN_DNS, key.selector()));
    } else if (lookup.answer() instanceof Answer.Failed failed) {
      remarks.add(
          Remark.of(DkimRemark.UNTOLD, lookup.question().get(), FailurePhrase.of(failed.kind())));
    } else if (lookup.answer() instanceof Answer.Absent) {
      absent();
    } else {
      there();
    }
  }

  private void there() {
    alias();
    lookup
        .others()
        .forEach(
            text -> remarks.add(republish(Remark.of(DkimRemark.OTHER_TEXT, Quoted.text(text)))));
    if (lookup.isAmbiguous()) {
      remarks.add(
          Remark.of(DkimRemark.SEVERAL, lookup.keys().size()).advising(DkimAdvice.KEEP_ONE.of()));
    } else {
      lookup.key().ifPresent(this::record);
    }
  }

  private void record(DkimKeyRecord record) {
    switch (record.state()) {
      case USABLE -> usable(record);
      case REVOKED -> revoked();
      case MISSING -> remarks.add(republish(Remark.of(DkimRemark.NO_KEY)));
      case UNREADABLE -> remarks.add(republish(Remark.of(DkimRemark.UNREADABLE)));
      case UNKNOWN_ALGORITHM -> remarks.add(republish(Remark.of(DkimRemark.UNKNOWN_ALGORITHM)));
      case TOO_SHORT ->
          remarks.add(
              Remark.of(DkimRemark.TOO_SHORT, record.key().bits().orElse(0))
                  .advising(DkimAdvice.LONGER_KEY.of()));
      case NOT_FOR_MAIL -> remarks.add(republish(Remark.of(DkimRemark.NOT_FOR_MAIL)));
    }
    record
        .faults()
        .forEach(
            fault ->
                remarks.add(
                    Remark.of(
                        DkimRemark.TAG,
                        fault.place() + 1,
                        DmarcFaults.words(fault),
                        FlawPhrase.of(fault.defect()))));
  }

  private void usable(DkimKeyRecord record) {
    int bits = record.key().bits().orElse(0);
    boolean shorter =
        record.key().algorithm() == PublicKeyBytes.Algorithm.RSA && bits < DkimKeyRecord.GOOD_BITS;
    remarks.add(
        shorter
            ? Remark.of(DkimRemark.KEY_SHORT, bits)
            : Remark.of(DkimRemark.KEY_GOOD, record.key().algorithm(), bits));
    if (record.isTesting()) {
      remarks.add(Remark.of(DkimRemark.TESTING));
    }
    if (record.isForItsDomainOnly()) {
      remarks.add(Remark.of(DkimRemark.FOR_ITS_DOMAIN_ONLY, key.domain()));
    }
    fared();
  }

  /** What the reports show of a key that is there. */
  private void fared() {
    Fared fared = signature.fared();
    if (fared.failsNow()) {
      remarks.add(
          Remark.of(
              DkimRemark.FAILS_THOUGH_THERE, fared.failing(), fared.lastFailing().orElseThrow()));
    } else if (fared.failing() > 0) {
      remarks.add(Remark.of(DkimRemark.SOME_FAIL, fared.passing(), fared.failing()));
    } else if (fared.passing() > 0) {
      remarks.add(Remark.of(DkimRemark.PASSES, fared.passing(), fared.lastPassing().orElseThrow()));
    }
  }

  private void revoked() {
    boolean used = signature.isProven() && seen.isInUse(signature.fared());
    remarks.add(
        used
            ? republish(Remark.of(DkimRemark.REVOKED_IN_USE, messages(), lastSeen()))
            : Remark.of(DkimRemark.REVOKED));
  }

  private void absent() {
    Optional<EasyDkim> easy = EasyDkim.of(lookup);
    if (easy.isPresent()) {
      gone(easy.get());
    } else if (signature.fared().equals(Fared.NONE)) {
      remarks.add(
          asserted
              ? publish(Remark.of(DkimRemark.ABSENT, key))
              : Remark.of(MailRemark.KEY_MISSING, key)
                  .advising(DkimAdvice.IF_YOURS.of(), missing()));
    } else if (!seen.isInUse(signature.fared())) {
      remarks.add(Remark.of(DkimRemark.ABSENT_RETIRED, lastSeen()));
    } else if (signature.isProven()) {
      remarks.add(publish(Remark.of(DkimRemark.ABSENT_IN_USE, messages(), lastSeen())));
    } else {
      remarks.add(
          Remark.of(DkimRemark.ABSENT_UNPROVEN, messages(), lastSeen())
              .advising(DkimAdvice.IF_YOURS.of(), missing()));
    }
  }

  private void gone(EasyDkim easy) {
    if (easy.appended().isPresent()) {
      remarks.add(
          Remark.of(DkimRemark.EASY_DKIM_DOT_FORGOTTEN, target(easy), easy.appended().get())
              .advising(DkimAdvice.LEAD_TO_ITS_TOKEN.of(), missing()));
    } else if (easy.likeness() != TokenLikeness.SAME) {
      remarks.add(otherToken(easy));
    } else {
      remarks.add(
          Remark.of(DkimRemark.EASY_DKIM_GONE, target(easy))
              .advising(DkimAdvice.START_EASY_DKIM_AGAIN.of()));
    }
  }

  private void alias() {
    Optional<EasyDkim> easy = EasyDkim.of(lookup);
    boolean looksLikeToken = reported().filter(DkimKey::isEasyDkim).isPresent();
    if (easy.isEmpty()) {
      if (looksLikeToken && signature.throughSes()) {
        remarks.add(Remark.of(DkimRemark.EASY_DKIM_COPIED));
      }
    } else if (easy.get().likeness() == TokenLikeness.SAME) {
      remarks.add(Remark.of(DkimRemark.EASY_DKIM, tokens.size(), named(tokens)));
    } else {
      remarks.add(otherToken(easy.get()));
    }
  }

  private static Names named(List<String> tokens) {
    return Names.of(Names.Joint.COMMA, tokens, MOST_TOKENS);
  }

  private Remark otherToken(EasyDkim easy) {
    return Remark.of(
            easy.likeness() == TokenLikeness.CUT
                ? DkimRemark.EASY_DKIM_TOKEN_CUT
                : DkimRemark.EASY_DKIM_OTHER_TOKEN,
            easy.token())
        .advising(DkimAdvice.LEAD_TO_ITS_TOKEN.of(), missing());
  }

  private static String target(EasyDkim easy) {
    return ((ResourceRecord.Pointer) easy.alias().data()).target();
  }

  private Remark publish(Remark remark) {
    boolean token = reported().filter(DkimKey::isEasyDkim).isPresent();
    Saying advice = token ? DkimAdvice.PUBLISH_ALIAS.of() : DkimAdvice.PUBLISH_KEY.of();
    return remark.advising(advice, missing());
  }

  private static Remark republish(Remark remark) {
    return remark.advising(DkimAdvice.PUBLISH_AGAIN.of());
  }

  private DnsRecord missing() {
    return KeyRecords.of(
        reported().orElseGet(() -> new DkimKey(Optional.of(DkimKey.SELECTOR), key.domain())));
  }

  private Optional<DkimKey> reported() {
    return DkimKey.parse(key.toString());
  }

  private long messages() {
    return signature.fared().passing() + signature.fared().failing();
  }

  private LocalDate lastSeen() {
    Fared fared = signature.fared();
    return fared.failsNow()
        ? fared.lastFailing().orElseThrow()
        : fared.lastPassing().or(fared::lastFailing).orElseThrow();
  }
}

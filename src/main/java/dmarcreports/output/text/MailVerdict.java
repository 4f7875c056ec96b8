package dmarcreports.output.text;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.explain.MailSign;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.output.plain.Codes;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;

/** How one mail fared, what it is and what repairs it, in a few sentences. */
final class MailVerdict {
  private static final int NAMES = 5;

  private final ExplainedMail explained;
  private final List<Saying> sentences = new ArrayList<>();

  private MailVerdict(ExplainedMail explained) {
    this.explained = explained;
  }

  static List<Saying> of(ExplainedMail explained) {
    MailVerdict verdict = new MailVerdict(explained);
    verdict.tell();
    return verdict.sentences;
  }

  /** Whether a mailing list seems to have changed it: the first thing that it shows then. */
  static boolean looksLikeList(ExplainedMail explained) {
    return !explained.signs().isEmpty()
        && explained.signs().get(0).phrase() == MailSign.LIST_CHANGED_BODY;
  }

  private void tell() {
    sentences.add(explained.author().map(this::fate).orElseGet(this::noAuthor));
    explained.stream().ifPresent(stream -> found(stream.part().diagnosis()));
    explained.byClaims().ifPresent(this::byClaims);
  }

  private void found(Diagnosis diagnosis) {
    String streamClass = Codes.word(diagnosis.streamClass());
    String confidence = Codes.word(diagnosis.confidence());
    if (looksLikeList(explained)) {
      sentences.add(explained.signs().get(0));
      sentences.add(MailPhrase.CODED_WITHOUT_SIGNS.of(streamClass, confidence));
      return;
    }
    if (explained.author().isPresent()) {
      sentences.addAll(diagnosis.explanation());
    }
    sentences.add(MailPhrase.CODED.of(streamClass, confidence));
  }

  private void byClaims(Explained.Domain domain) {
    Diagnosis diagnosis = domain.streams().get(0).part().diagnosis();
    if (domain.tally().pass() > 0) {
      sentences.add(MailPhrase.WOULD_PASS.of(domain.domain()));
      return;
    }
    sentences.add(MailPhrase.IF_SIGNATURES_STAND.of());
    sentences.addAll(diagnosis.explanation());
    sentences.add(MailPhrase.CODED_BY_CLAIMS.of(Codes.word(diagnosis.streamClass())));
  }

  private Saying noAuthor() {
    if (explained.mail().fromFields() == 0) {
      return MailPhrase.FROM_MISSING.of();
    }
    if (explained.mail().fromFields() > 1) {
      return MailPhrase.FROM_REPEATED.of(explained.mail().fromFields());
    }
    return explained.mail().authorDomains().size() < 2
        ? MailPhrase.FROM_WITHOUT_DOMAIN.of()
        : MailPhrase.FROM_OF_SEVERAL.of(
            Names.of(Names.Joint.AND, explained.mail().authorDomains(), NAMES));
  }

  private Saying fate(DomainName author) {
    if (explained.findings().isEmpty()) {
      return MailPhrase.NOTHING_TO_GO_BY.of(author);
    }
    Explained.Domain domain = explained.findings().get();
    if (domain.tally().pass() > 0) {
      return MailPhrase.PASSES.of(author);
    }
    return (domain.tally().fail() > 0 ? MailPhrase.FAILS : MailPhrase.UNKNOWN).of(author);
  }
}

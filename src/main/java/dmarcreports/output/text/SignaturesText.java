package dmarcreports.output.text;

import dmarcreports.analysis.explain.ExplainedMail.Claim;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.report.header.DkimSignature;
import java.util.ArrayList;
import java.util.List;

/** The signatures of a mail: what they claim, and what the receiver made of each. */
final class SignaturesText {
  private static final int SHOWN = 12;

  private final Language language;
  private final Paragraphs out;

  SignaturesText(Language language, Paragraphs out) {
    this.language = language;
    this.out = out;
  }

  void write(List<Claim> claims) {
    int number = 1;
    for (Claim claim : claims.subList(0, Math.min(SHOWN, claims.size()))) {
      String mark = Labels.mark(language.say(SignaturePhrase.SIGNATURE.of(number++)));
      out.item(0, mark, language.say(sentences(claim)));
    }
    if (claims.size() > SHOWN) {
      int more = claims.size() - SHOWN;
      out.text(2, language.say(TextPhrase.MORE_IN_LIST.of(more, "--format json")));
    }
  }

  private List<Saying> sentences(Claim claim) {
    DkimSignature signature = claim.signed().signature();
    List<Saying> sentences = new ArrayList<>();
    String key = signature.key().map(Cut::of).orElseGet(() -> language.say(SignaturePhrase.NO_KEY));
    sentences.add(SignaturePhrase.NAMES.of(key, language.say(relation(claim))));
    sentences.add(
        SignaturePhrase.FORM.of(
            Cut.of(signature.algorithm().orElse("?")),
            Cut.of(signature.headerForm() + "/" + signature.bodyForm())));
    signature.bodyLength().map(SignaturePhrase.LENGTH::of).ifPresent(sentences::add);
    sentences.add(
        claim
            .vouched()
            .map(one -> SignaturePhrase.RECEIVER_SAYS.of(ResultText.inShort(one.result())))
            .orElseGet(SignaturePhrase.RECEIVER_SILENT::of));
    if (!signature.flaws().isEmpty()) {
      List<String> flaws =
          signature.flaws().stream().map(flaw -> language.say(phrase(flaw))).toList();
      sentences.add(SignaturePhrase.ODD.of(Names.of(Names.Joint.COMMA, flaws)));
    }
    return sentences;
  }

  private static SignaturePhrase relation(Claim claim) {
    return switch (claim.relation()) {
      case EXACT -> SignaturePhrase.OF_FROM;
      case ORGANIZATIONAL -> SignaturePhrase.OF_ORGANIZATION;
      case FOREIGN -> SignaturePhrase.OF_ANOTHER;
      case NONE -> SignaturePhrase.OF_NOBODY;
    };
  }

  private static SignaturePhrase phrase(DkimSignature.Flaw flaw) {
    return switch (flaw) {
      case NO_VERSION -> SignaturePhrase.NO_VERSION;
      case NO_DOMAIN -> SignaturePhrase.NO_DOMAIN;
      case NO_SELECTOR -> SignaturePhrase.NO_SELECTOR;
      case NO_ALGORITHM -> SignaturePhrase.NO_ALGORITHM;
      case NO_BODY_HASH -> SignaturePhrase.NO_BODY_HASH;
      case NO_SIGNATURE -> SignaturePhrase.NO_SIGNATURE;
      case FROM_NOT_SIGNED -> SignaturePhrase.FROM_NOT_SIGNED;
      case REPEATED_TAG -> SignaturePhrase.REPEATED_TAG;
      case NO_TAG -> SignaturePhrase.NO_TAG;
      case UNKNOWN_FORM -> SignaturePhrase.UNKNOWN_FORM;
      case OLD_ALGORITHM -> SignaturePhrase.OLD_ALGORITHM;
      case IDENTITY_OUTSIDE_DOMAIN -> SignaturePhrase.IDENTITY_OUTSIDE_DOMAIN;
      case EXPIRES_BEFORE_SIGNED -> SignaturePhrase.EXPIRES_BEFORE_SIGNED;
    };
  }
}

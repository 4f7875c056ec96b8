package dmarcreports.output.json;

import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.plain.Maps;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import dmarcreports.report.header.AuthenticationResults;
import dmarcreports.report.header.AuthenticationResults.Result;
import dmarcreports.report.header.DkimSignature;
import dmarcreports.report.header.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words of a header, as objects. */
final class HeaderJson {
  private HeaderJson() {}

  static List<Map<String, Object>> results(AuthenticationResults field) {
    return field.results().stream().map(HeaderJson::result).toList();
  }

  private static Map<String, Object> result(Result result) {
    return Maps.of(
        "method",
        result.method(),
        "result",
        result.word(),
        "reason",
        result.reason().orElse(null),
        "properties",
        result.properties().stream()
            .map(one -> Maps.of("name", one.name(), "value", one.value()))
            .toList(),
        "comments",
        result.comments());
  }

  static Map<String, Object> claim(ExplainedMail.Claim claim) {
    DkimSignature signature = claim.signed().signature();
    return Maps.of(
        "domain",
        signature.domain().map(DomainName::text).orElse(null),
        "selector",
        signature.selector().orElse(null),
        "relation",
        Codes.word(claim.relation()),
        "algorithm",
        signature.algorithm().orElse(null),
        "canonicalization",
        signature.headerForm() + "/" + signature.bodyForm(),
        "identity",
        signature.identity().orElse(null),
        "signed_fields",
        signature.signedFields(),
        "body_length",
        signature.bodyLength().orElse(null),
        "signed_at",
        signature.signedAt().map(Object::toString).orElse(null),
        "expires",
        signature.expires().map(Object::toString).orElse(null),
        "body",
        Codes.word(claim.signed().body()),
        "flaws",
        signature.flaws().stream().map(Codes::word).toList(),
        "receiver_says",
        claim.vouched().map(one -> result(one.result())).orElse(null));
  }

  static List<Map<String, Object>> path(ExplainedMail explained) {
    List<Map<String, Object>> path = new ArrayList<>();
    for (Received hop : explained.mail().hops()) {
      path.add(
          Maps.of(
              "by",
              hop.by().map(DomainName::text).orElse(null),
              "from",
              hop.helo().orElse(null),
              "address",
              hop.address().map(SourceIp::text).orElse(null),
              "with",
              hop.protocol().orElse(null),
              "time",
              hop.at().map(Object::toString).orElse(null),
              "own_host",
              path.size() < explained.belief().ownHops()));
    }
    return path;
  }
}

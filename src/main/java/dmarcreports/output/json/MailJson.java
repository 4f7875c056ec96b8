package dmarcreports.output.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dmarcreports.analysis.explain.Belief;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.lookup.CheckedMail;
import dmarcreports.analysis.lookup.Finding;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.plain.Maps;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import dmarcreports.report.header.Author;
import dmarcreports.report.header.CarryingReport;
import dmarcreports.report.header.SesFeedback;
import dmarcreports.report.header.TracedMail;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One object with all that one mail tells, and what was concluded from it. */
public final class MailJson {
  private final ExplainedMail explained;
  private final Optional<CheckedMail> dns;
  private final TracedMail mail;
  private final Language language;

  private MailJson(ExplainedMail explained, Optional<CheckedMail> dns, Language language) {
    this.explained = explained;
    this.dns = dns;
    this.mail = explained.mail();
    this.language = language;
  }

  /**
   * Writes it.
   *
   * @param dns what DNS shows now, where it was asked
   */
  public static void write(
      ExplainedMail explained, Optional<CheckedMail> dns, Language language, OutputStream to)
      throws IOException {
    new MailJson(explained, dns, language).write(to);
  }

  private void write(OutputStream to) throws IOException {
    try (JsonGenerator json = Json.mapper().createGenerator(to)) {
      json.writeStartObject();
      json.writeObjectField("class", streamClass());
      json.writeObjectField("verdict", verdict());
      json.writeObjectField("mail", mail());
      json.writeObjectField(
          "results", explained.belief().judged().stream().map(this::field).toList());
      json.writeObjectField(
          "arc",
          mail.arc().stream()
              .map(
                  one ->
                      Maps.of(
                          "instance",
                          one.instance(),
                          "host",
                          one.results().server().orElse(null),
                          "results",
                          HeaderJson.results(one.results())))
              .toList());
      json.writeObjectField(
          "signatures", explained.claims().stream().map(HeaderJson::claim).toList());
      json.writeObjectField("path", HeaderJson.path(explained));
      json.writeObjectField("signs", sayings(explained.signs()));
      json.writeObjectField("doubts", sayings(explained.doubts()));
      write("findings", explained.findings(), json);
      write("findings_if_signatures_stand", explained.byClaims(), json);
      if (dns.isPresent()) {
        json.writeArrayFieldStart("dns");
        FindingJson findings = new FindingJson(language);
        for (Finding finding : dns.get().findings()) {
          json.writeRaw('\n');
          json.writeObject(findings.of(finding));
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void write(String name, Optional<Explained.Domain> findings, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    if (findings.isPresent()) {
      new ExplainJson(language).write(findings.get(), json);
    } else {
      json.writeNull();
    }
  }

  private String streamClass() {
    String known =
        explained.stream()
            .map(stream -> stream.part().diagnosis().streamClass().word())
            .orElse(null);
    return known == null && explained.author().isEmpty() ? "invalid_from" : known;
  }

  private String verdict() {
    return explained.stream()
        .map(stream -> stream.evidences().get(0).verdict().word())
        .orElse(null);
  }

  private Map<String, Object> mail() {
    return Maps.of(
        "from",
        mail.authors().stream().map(MailJson::author).toList(),
        "from_fields",
        mail.fromFields(),
        "author_domain",
        explained.author().map(DomainName::text).orElse(null),
        "return_path",
        mail.returnPath().orElse(null),
        "source_ip",
        explained.address().map(SourceIp::text).orElse(null),
        "received",
        explained.time().map(Object::toString).orElse(null),
        "believed_host",
        explained.belief().host().orElse(null),
        "believed_host_named",
        explained.belief().named(),
        "in_report",
        mail.inReport().map(MailJson::report).orElse(null),
        "mail_attached",
        mail.attached(),
        "ses",
        mail.sesFeedback().map(this::ses).orElse(null),
        "list_id",
        mail.list().id().orElse(null),
        "list_post",
        mail.list().posting(),
        "footer",
        mail.list().footer().orElse(null));
  }

  private static Map<String, Object> author(Author author) {
    return Maps.of(
        "name",
        author.name().orElse(null),
        "local_part",
        author.localPart(),
        "domain",
        author.domain().map(DomainName::text).orElse(null));
  }

  private static Map<String, Object> report(CarryingReport report) {
    return Maps.of(
        "type",
        report.type(),
        "reporter",
        report.reporter().orElse(null),
        "status",
        report.status().orElse(null),
        "diagnostic",
        report.diagnostic().orElse(null),
        "feedback_type",
        report.feedback().orElse(null));
  }

  private Map<String, Object> ses(SesFeedback ses) {
    return Maps.of(
        "region",
        ses.region(),
        "account",
        ses.account(),
        "address",
        mail.sesAddress().map(SourceIp::text).orElse(null));
  }

  private Map<String, Object> field(Belief.Judged field) {
    return Maps.of(
        "host",
        field.results().server().orElse(null),
        "standing",
        Codes.word(field.standing()),
        "results",
        HeaderJson.results(field.results()));
  }

  private List<Map<String, Object>> sayings(List<Saying> sayings) {
    return sayings.stream()
        .map(
            one ->
                Maps.of(
                    "code",
                    one.phrase().name().toLowerCase(Locale.ROOT),
                    "text",
                    language.say(one)))
        .toList();
  }
}

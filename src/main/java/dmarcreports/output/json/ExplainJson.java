package dmarcreports.output.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.plain.Maps;
import dmarcreports.output.table.About;
import dmarcreports.output.table.ActionColumns;
import dmarcreports.output.table.Column;
import dmarcreports.output.table.Tables;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.SourceIp;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One object with all that led to the findings about a source. */
public final class ExplainJson {
  private final Language language;

  ExplainJson(Language language) {
    this.language = language;
  }

  public static void write(Explained explained, Language language, OutputStream to)
      throws IOException {
    try (JsonGenerator json = Json.mapper().createGenerator(to)) {
      json.writeStartObject();
      json.writeStringField("source", explained.source());
      json.writeArrayFieldStart("domains");
      for (Explained.Domain domain : explained.domains()) {
        new ExplainJson(language).write(domain, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** What was found for one policy domain, as an object. */
  void write(Explained.Domain domain, JsonGenerator json) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("domain", domain.domain().text());
    json.writeObjectField("policy", policy(domain.policy()));
    json.writeNumberField("messages", domain.tally().messages());
    json.writeNumberField("dmarc_pass", domain.tally().pass());
    json.writeNumberField("dmarc_fail", domain.tally().fail());
    json.writeNumberField("dmarc_unknown", domain.tally().unknown());
    json.writeArrayFieldStart("streams");
    for (Explained.Stream stream : domain.streams()) {
      write(domain.domain(), stream, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("actions");
    for (Explained.ToDo todo : domain.actions()) {
      json.writeRaw('\n');
      json.writeStartObject();
      columns(
          ActionColumns.all(),
          new About.Act(domain.domain(), todo.rank(), todo.action(), language),
          json);
      json.writeNumberField("source_repaired_min", todo.repairedMin());
      json.writeNumberField("source_repaired_max", todo.repairedMax());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(DomainName domain, Explained.Stream stream, JsonGenerator json)
      throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    columns(Tables.STREAMS.columns(), new About.Stream(domain, stream.part(), language), json);
    json.writeNumberField("stream_messages", stream.whole().messages());
    json.writeNumberField("stream_sources", stream.wholeSources());
    json.writeObjectField(
        "circumstances", stream.circumstances().stream().map(language::say).toList());
    json.writeObjectField(
        "rows_above",
        stream.above().stream()
            .map(
                row ->
                    Maps.of(
                        "class",
                        row.streamClass().word(),
                        "unmet",
                        row.unmet().stream().map(language::say).toList()))
            .toList());
    json.writeArrayFieldStart("evidence");
    for (Explained.Evidence evidence : stream.evidences()) {
      json.writeRaw('\n');
      json.writeObject(evidence(evidence));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private Map<String, Object> evidence(Explained.Evidence evidence) {
    return Maps.of(
        "messages",
        evidence.messages(),
        "sources",
        evidence.shares().stream()
            .map(
                s ->
                    Maps.of(
                        "source_ip",
                        s.source().map(SourceIp::text).orElse(null),
                        "messages",
                        s.messages()))
            .toList(),
        "days",
        evidence.days().stream().map(Object::toString).toList(),
        "reporters",
        evidence.reporters(),
        "reliable",
        evidence.reliable(),
        "header_from",
        evidence.from().map(DomainName::text).orElse(null),
        "verdict",
        evidence.verdict().word(),
        "policy",
        evidence.asked().map(Codes::word).orElse(null),
        "disposition",
        evidence.disposition().map(Codes::word).orElse(null),
        "overridden",
        evidence.overridden(),
        "said_to_be_forwarded",
        evidence.forwarded(),
        "null_sender",
        evidence.nullSender(),
        "broken_keys",
        evidence.brokenKeys(),
        "spf",
        side(evidence.spf()),
        "dkim",
        side(evidence.dkim()),
        "changes",
        evidence.changes().stream().map(this::change).toList());
  }

  private Map<String, Object> side(Explained.Side side) {
    return Maps.of(
        "mode",
        Codes.word(side.mode()),
        "receiver_says",
        side.word().map(Codes::word).orElse(null),
        "checks",
        side.checks().stream().map(ExplainJson::check).toList(),
        "cause",
        side.cause().word(),
        "cause_in_words",
        language.say(side.inWords()));
  }

  private static Map<String, Object> check(Explained.Check check) {
    return Maps.of(
        "domain",
        check.domain().map(DomainName::text).orElse(null),
        "result",
        check.result(),
        "relation",
        Codes.word(check.relation()),
        "counts",
        check.counts());
  }

  private Map<String, Object> change(Explained.Change change) {
    return Maps.of(
        "action",
        change.changes().stream().map(Recommendation::word).collect(Collectors.joining("+")),
        "advised",
        change.advised(),
        "passes",
        change.gain().word(),
        "why",
        language.say(change.effect()));
  }

  private static Map<String, Object> policy(PolicyPublished policy) {
    return Maps.of(
        "p",
        policy.p().map(Codes::word).orElse(null),
        "sp",
        policy.sp().map(Codes::word).orElse(null),
        "np",
        policy.np().map(Codes::word).orElse(null),
        "adkim",
        Codes.letter(policy.adkim()),
        "aspf",
        Codes.letter(policy.aspf()));
  }

  private static <T> void columns(List<Column<T>> columns, T line, JsonGenerator json)
      throws IOException {
    for (Column<T> column : columns) {
      json.writeObjectField(column.name(), Json.value(column.value().apply(line)));
    }
  }
}

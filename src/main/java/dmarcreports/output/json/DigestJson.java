package dmarcreports.output.json;

import dmarcreports.output.language.Language;
import dmarcreports.output.page.Night;
import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Maps;
import dmarcreports.output.text.Digest;
import dmarcreports.output.text.DigestItem;
import dmarcreports.report.DomainName;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A digest as one JSON object. */
public final class DigestJson {
  /** Goes up when a name is taken away or means something else; not when one is added. */
  private static final int SCHEMA_VERSION = 1;

  /** So many items of a list are told; how many there are is told beside them. */
  private static final int MOST = 200;

  private DigestJson() {}

  /** All of it, on one line. */
  public static String of(Digest digest) {
    Night night = digest.night();
    Language language = night.findings().language();
    List<DigestItem> news = digest.news();
    List<DigestItem> open = digest.open();
    return Json.line(
        Maps.of(
            "schema_version",
            SCHEMA_VERSION,
            "kind",
            "digest",
            "day",
            night.today().map(LocalDate::toString).orElse(null),
            "first",
            digest.isFirst(),
            "needs_attention",
            digest.needsAttention(),
            "language",
            language.code(),
            "summary",
            Glue.undone(digest.heading()),
            "domains",
            night.findings().analysis().domains().size(),
            "reports",
            night.arrivals().reports(),
            "messages",
            night.arrived().messages(),
            "dmarc_pass",
            night.arrived().pass(),
            "dmarc_fail",
            night.arrived().fail(),
            "duplicates",
            night.arrivals().duplicates(),
            "conflicts",
            night.arrivals().conflicts(),
            "discarded",
            night.arrivals().discards(),
            "news_total",
            news.size(),
            "news",
            items(news, language),
            "open_total",
            open.size(),
            "open",
            items(open, language),
            "details",
            digest.details()));
  }

  private static List<Map<String, Object>> items(List<DigestItem> items, Language language) {
    return items.stream()
        .limit(MOST)
        .map(
            item ->
                Maps.of(
                    "kind",
                    item.label().name().toLowerCase(Locale.ROOT),
                    "domain",
                    item.domain().map(DomainName::text).orElse(null),
                    "label",
                    language.say(item.label().of()),
                    "text",
                    Glue.undone(item.said(Optional.empty(), language))))
        .toList();
  }
}

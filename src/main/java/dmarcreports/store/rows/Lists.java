package dmarcreports.store.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dmarcreports.report.AuthResults.Dkim;
import dmarcreports.report.AuthResults.Scope;
import dmarcreports.report.AuthResults.Spf;
import dmarcreports.report.Deviation;
import dmarcreports.report.DkimResult;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyEvaluated.Override;
import dmarcreports.report.PolicyEvaluated.Reason;
import dmarcreports.report.SpfResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lists as the text of one column, and back: a JSON array of arrays; null for an empty list. What
 * is none is an {@link IllegalArgumentException}.
 */
public final class Lists {
  private static final JsonFactory JSON = new JsonFactory();

  private Lists() {}

  static String ofDkim(List<Dkim> results) {
    return write(
        results,
        one ->
            Arrays.asList(
                text(one.domain()),
                one.selector().orElse(null),
                word(one.result()),
                one.humanResult().orElse(null)));
  }

  static List<Dkim> dkim(String column) {
    return read(
        column,
        cells ->
            new Dkim(
                domain(cells[0]),
                Optional.ofNullable(cells[1]),
                word(DkimResult.class, cells[2]),
                Optional.ofNullable(cells[3])));
  }

  static String ofSpf(List<Spf> results) {
    return write(
        results,
        one ->
            Arrays.asList(
                text(one.domain()),
                word(one.scope()),
                word(one.result()),
                one.humanResult().orElse(null)));
  }

  static List<Spf> spf(String column) {
    return read(
        column,
        cells ->
            new Spf(
                domain(cells[0]),
                word(Scope.class, cells[1]),
                word(SpfResult.class, cells[2]),
                Optional.ofNullable(cells[3])));
  }

  static String ofReasons(List<Reason> reasons) {
    return write(reasons, one -> Arrays.asList(word(one.type()), one.comment().orElse(null)));
  }

  static List<Reason> reasons(String column) {
    return read(
        column, cells -> new Reason(word(Override.class, cells[0]), Optional.ofNullable(cells[1])));
  }

  public static String ofDeviations(List<Deviation> deviations) {
    return write(
        deviations, one -> Arrays.asList(word(Optional.of(one.code())), one.path(), one.raw()));
  }

  public static List<Deviation> deviations(String column) {
    return read(
        column,
        cells ->
            new Deviation(word(Deviation.Code.class, cells[0]).orElseThrow(), cells[1], cells[2]));
  }

  public static String ofTexts(List<String> texts) {
    return write(texts, List::of);
  }

  public static List<String> texts(String column) {
    return read(column, cells -> cells[0]);
  }

  /** The word of a constant, as the format writes it. */
  public static String word(Optional<? extends Enum<?>> constant) {
    return constant.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(null);
  }

  public static <E extends Enum<E>> Optional<E> word(Class<E> type, String word) {
    return word == null
        ? Optional.empty()
        : Optional.of(Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
  }

  public static Optional<DomainName> domain(String text) {
    return Optional.ofNullable(text).map(DomainName::new);
  }

  public static String text(Optional<DomainName> domain) {
    return domain.map(DomainName::text).orElse(null);
  }

  static <T> String write(List<T> values, Function<T, List<String>> cells) {
    if (values.isEmpty()) {
      return null;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (T value : values) {
        json.writeStartArray();
        for (String cell : cells.apply(value)) {
          json.writeString(cell);
        }
        json.writeEndArray();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static <T> List<T> read(String column, Function<String[], T> one) {
    if (column == null) {
      return List.of();
    }
    try (JsonParser json = JSON.createParser(column)) {
      List<T> values = new ArrayList<>();
      expect(JsonToken.START_ARRAY, json.nextToken());
      while (json.nextToken() != JsonToken.END_ARRAY) {
        expect(JsonToken.START_ARRAY, json.currentToken());
        values.add(one.apply(cells(json)));
      }
      return values;
    } catch (IOException e) {
      throw new IllegalArgumentException("no list", e);
    }
  }

  private static String[] cells(JsonParser json) throws IOException {
    List<String> cells = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NULL) {
        expect(JsonToken.VALUE_STRING, json.currentToken());
      }
      cells.add(json.getValueAsString());
    }
    return cells.toArray(String[]::new);
  }

  private static void expect(JsonToken expected, JsonToken found) {
    if (found != expected) {
      throw new IllegalArgumentException("no list");
    }
  }
}

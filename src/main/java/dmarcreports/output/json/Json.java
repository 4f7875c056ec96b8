package dmarcreports.output.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dmarcreports.output.plain.Steps;
import java.util.List;
import java.util.Map;

/** JSON in ASCII: what turns or hides text stands there as an escape. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(new JsonFactoryBuilder().characterEscapes(new Delete()).build())
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
          .build();

  private Json() {}

  /** The value, made of maps, lists, texts, numbers and nulls, on one line. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** A cell's value as JSON has it. */
  static Object value(Object cell) {
    if (cell instanceof Steps steps) {
      return steps.items();
    }
    return cell instanceof Number
            || cell instanceof Boolean
            || cell instanceof List<?>
            || cell instanceof Map<?, ?>
            || cell == null
        ? cell
        : cell.toString();
  }

  /** Escapes what JSON itself demands, and the one control that ASCII has beyond it. */
  private static final class Delete extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0x7f] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return null;
    }
  }
}

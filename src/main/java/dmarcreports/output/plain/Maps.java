package dmarcreports.output.plain;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of JSON, their keys in the order given; values may be null. */
public final class Maps {
  private Maps() {}

  public static Map<String, Object> of(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}

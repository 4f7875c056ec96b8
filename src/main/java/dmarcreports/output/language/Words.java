package dmarcreports.output.language;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The words of a catalogue. Most runs say a few of them: each is parsed when it is first said. */
final class Words {
  private final Properties lines;
  private final Map<String, Template> parsed = new ConcurrentHashMap<>();

  /**
   * @param lines keys and words, which nobody changes any more
   */
  Words(Properties lines) {
    this.lines = lines;
  }

  /** The words of a key. */
  Template of(String key) {
    return parsed.computeIfAbsent(key, one -> Template.parse(lines.getProperty(one)));
  }

  /** What there are words for. */
  Set<String> keys() {
    return new TreeSet<>(lines.stringPropertyNames());
  }
}

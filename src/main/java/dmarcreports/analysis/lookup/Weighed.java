package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Phrase;
import java.util.Locale;

/** A phrase that says what an answer means, and how much that weighs. Its name is its code. */
public interface Weighed extends Phrase {
  /** What it is about. */
  Topic topic();

  Severity severity();

  @Override
  default String subject() {
    return "lookup." + topic().name().toLowerCase(Locale.ROOT);
  }

  /** How tables and scripts call it: {@code spf.too_many_lookups}. Never changes once written. */
  default String code() {
    return (topic() + "." + name()).toLowerCase(Locale.ROOT);
  }
}

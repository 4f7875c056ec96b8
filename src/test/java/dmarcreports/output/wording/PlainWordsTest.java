package dmarcreports.output.wording;

import static dmarcreports.output.language.Language.english;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.stream.StreamClass;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classes of mail in half a line, and in a few words. */
class PlainWordsTest {
  private static final String MARK = " (a guess)";
  private static final Pattern OPEN =
      Pattern.compile("\\b(perhaps|cannot (tell|be told)|unknown)\\b");

  /** Which do is said beside the words, so the words could come to differ from it. */
  @ParameterizedTest
  @EnumSource
  void aGuessIsCalledOneWhereItsWordsDoNotSaySo(StreamClass streamClass) {
    words(streamClass, Confidence.GUESS)
        .forEach(words -> assertEquals(!OPEN.matcher(words).find(), words.endsWith(MARK), words));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoGuessIsNotCalledOne(StreamClass streamClass) {
    words(streamClass, Confidence.LIKELY)
        .forEach(words -> assertFalse(words.contains(MARK), words));
  }

  private static Stream<String> words(StreamClass streamClass, Confidence confidence) {
    return Stream.of(
        PlainWords.of(streamClass, confidence, english()),
        PlainWords.brief(streamClass, confidence, english()));
  }
}

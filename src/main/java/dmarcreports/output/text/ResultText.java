package dmarcreports.output.text;

import dmarcreports.report.header.AuthenticationResults.Result;
import java.util.stream.Collectors;

/** The result of a check, in the words of whoever made it. */
final class ResultText {
  private ResultText() {}

  /** A result as it stands there. */
  static String whole(Result result) {
    String properties =
        result.properties().stream()
            .map(one -> " " + one.name() + "=" + one.value())
            .collect(Collectors.joining());
    return Cut.of(result.method() + "=" + result.word() + properties + words(result));
  }

  /** The same without what it is about. */
  static String inShort(Result result) {
    return Cut.of(result.word() + words(result));
  }

  private static String words(Result result) {
    return result.words().stream().map(one -> " (" + one + ")").collect(Collectors.joining());
  }
}

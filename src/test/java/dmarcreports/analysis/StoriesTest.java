package dmarcreports.analysis;

import dmarcreports.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found of a few messages, and what may be done: each story shows one rule. */
class StoriesTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/stories");

  @ParameterizedTest
  @ValueSource(strings = {"actions", "explained", "order", "senders", "streams", "sums"})
  void endAsTheyAreWritten(String name) throws IOException {
    String stories = Files.readString(FOLDER.resolve(name + ".txt"));
    String retold =
        Arrays.stream(stories.split("\n\n")).map(Story::retold).collect(Collectors.joining("\n"));
    Golden.assertMatches("stories/" + name + ".txt", retold.getBytes(StandardCharsets.UTF_8));
  }
}

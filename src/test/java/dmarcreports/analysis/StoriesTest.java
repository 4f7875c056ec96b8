package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is found of a few messages, and what may be done: each story shows one rule. {@code
 * -Dgolden.update=true} tells them anew, and still fails.
 */
class StoriesTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/stories");
  private static final List<String> FILES =
      List.of(
          "actions",
          "examples",
          "explained",
          "looked-up",
          "order",
          "remedies",
          "senders",
          "streams",
          "sums");

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("stories")
  void endsAsItIsWritten(String file, String rule, String story) {
    assertEquals(story, Story.retold(story));
  }

  static List<Arguments> stories() throws IOException {
    List<Arguments> stories = new ArrayList<>();
    for (String file : FILES) {
      for (String story : read(file)) {
        stories.add(Arguments.of(file, story.lines().findFirst().orElseThrow(), story));
      }
    }
    return stories;
  }

  private static List<String> read(String file) throws IOException {
    String text = Files.readString(FOLDER.resolve(file + ".txt"));
    return Arrays.stream(text.split("\n\n")).map(story -> story.strip() + "\n").toList();
  }

  @AfterAll
  static void tellAnew() throws IOException {
    for (String file : Boolean.getBoolean("golden.update") ? FILES : List.<String>of()) {
      Files.writeString(
          FOLDER.resolve(file + ".txt"),
          read(file).stream().map(Story::retold).collect(Collectors.joining("\n")));
    }
  }
}

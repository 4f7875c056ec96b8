package dmarcreports.command.help;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What may be given as the value of an option or as an argument, as its label shows.
 *
 * @param words all that may be given, where it is some words
 */
record Values(Kind kind, List<String> words) {
  /** Where a value comes from. */
  enum Kind {
    WORDS,
    FILES,
    DIRECTORIES,
    /** From nowhere that a shell could know of. */
    OTHERS
  }

  static Values of(ArgSpec argument) {
    String label = argument.paramLabel();
    return switch (label) {
      case "FILE", "FILE-or-DIR", "MAILBOX", "SOURCE", "WHERE" -> new Values(Kind.FILES, List.of());
      case "DIR" -> new Values(Kind.DIRECTORIES, List.of());
      default ->
          label.matches("[a-z-]+([|][a-z-]+)+")
              ? new Values(Kind.WORDS, List.of(label.split("[|]")))
              : new Values(Kind.OTHERS, List.of());
    };
  }
}

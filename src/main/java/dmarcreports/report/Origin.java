package dmarcreports.report;

import java.util.List;
import java.util.Optional;

/**
 * Where a document came from.
 *
 * @param input the file as its user named it, or {@code -} for standard input
 * @param members the way inside it, from the outside in: a message of an mbox, a part of a mail, a
 *     member of an archive; hostile text
 * @param mail the outermost mail that carried it
 */
public record Origin(String input, List<String> members, Optional<CarryingMail> mail) {
  /** Keeps its own copy of the list. */
  public Origin {
    members = List.copyOf(members);
  }

  /** What no mail carried. */
  public Origin(String input, List<String> members) {
    this(input, members, Optional.empty());
  }

  /** The way inside the input as one text; empty for the input itself. */
  public String member() {
    return String.join(" > ", members);
  }

  /** The last name on the way: what the document itself is called. */
  public String name() {
    return members.isEmpty() ? input : members.get(members.size() - 1);
  }

  @Override
  public String toString() {
    return members.isEmpty() ? input : input + " > " + member();
  }
}

package dmarcreports.mailbox;

import dmarcreports.mail.Input;
import java.util.List;

/** Files that were found before, wherever they lie. */
public record FoundFiles(List<Input> inputs) implements Mailbox {
  public FoundFiles {
    inputs = List.copyOf(inputs);
  }

  @Override
  public List<Visit> visits(Handling handling) {
    return List.of(new FileVisit(inputs, handling));
  }

  @Override
  public void close() {}
}

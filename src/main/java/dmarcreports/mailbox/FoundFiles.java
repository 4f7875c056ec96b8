package dmarcreports.mailbox;

import dmarcreports.mail.Input;
import java.util.List;

/** Files that were found before, wherever they lie; without one, no directory is made for any. */
public record FoundFiles(List<Input> inputs) implements Mailbox {
  public FoundFiles {
    inputs = List.copyOf(inputs);
  }

  @Override
  public List<Visit> visits(Handling handling) {
    return inputs.isEmpty() ? List.of() : List.of(new FileVisit(inputs, handling));
  }

  @Override
  public void close() {}
}

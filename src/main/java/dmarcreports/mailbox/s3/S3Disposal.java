package dmarcreports.mailbox.s3;

import dmarcreports.mail.Input;
import dmarcreports.mailbox.Disposal;
import dmarcreports.mailbox.Handling;
import dmarcreports.mailbox.Look;
import dmarcreports.mailbox.server.Unreachable;
import dmarcreports.stored.Fate;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What becomes of the objects of a bucket: they are remembered, moved or deleted. */
final class S3Disposal implements Disposal {
  private static final int AT_ONCE = 1_000;

  private final S3Mover mover;
  private final S3Place prefix;
  private final Handling handling;
  private final Consumer<Unreachable> lost;
  private final Map<String, S3Object> uncommitted = new Latest();
  private final Map<String, S3Object> leaving = new LinkedHashMap<>();
  private final Map<String, S3Object> quarantined = new LinkedHashMap<>();
  private boolean failed;

  /**
   * @param lost is told when the store cannot be asked any more
   */
  S3Disposal(S3Mover mover, S3Place prefix, Handling handling, Consumer<Unreachable> lost) {
    this.mover = mover;
    this.prefix = prefix;
    this.handling = handling;
    this.lost = lost;
  }

  /** At least those that may not be on disk yet. */
  private static final class Latest extends LinkedHashMap<String, S3Object> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 5_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, S3Object> eldest) {
      return size() > MOST;
    }
  }

  boolean failed() {
    return failed;
  }

  @Override
  public Look look(Input input) throws IOException {
    return Look.at(input, false);
  }

  private S3Object remember(Input input, Fate fate) {
    S3Object object = (S3Object) input.remote().orElseThrow();
    handling.memory().read(prefix.toString(), object.identity(), fate);
    uncommitted.put(input.name(), object);
    return object;
  }

  @Override
  public void stored(Input input, Look look) {
    S3Object object = remember(input, Fate.REPORTS);
    if (handling.after().leaves() && !failed) {
      add(leaving, input, object);
    }
  }

  @Override
  public void nothing(Input input) {
    remember(input, Fate.NOTHING);
  }

  @Override
  public void discarded(Input input, Look look) {
    S3Object object = remember(input, Fate.DISCARDED);
    if (handling.quarantine().isPresent() && !failed) {
      add(quarantined, input, object);
    }
  }

  private void add(Map<String, S3Object> all, Input input, S3Object object) {
    all.put(input.name(), object);
    if (leaving.size() + quarantined.size() >= AT_ONCE) {
      act();
    }
  }

  @Override
  public void keep(String input) {
    leaving.remove(input);
    S3Object object = uncommitted.get(input);
    if (object != null) {
      handling.memory().read(prefix.toString(), object.identity(), Fate.NOTHING);
    }
  }

  @Override
  public void act() {
    if (leaving.isEmpty() && quarantined.isEmpty()) {
      return;
    }
    handling.commit().run();
    uncommitted.clear();
    try {
      for (S3Object object : leaving.values()) {
        mover.leave(object, handling.after().moveTo());
      }
      for (S3Object object : quarantined.values()) {
        mover
            .leave(object, handling.quarantine())
            .ifPresent(
                to -> handling.keptElsewhere().accept(object.place().toString(), to.toString()));
      }
    } catch (Unreachable e) {
      lost.accept(e);
    } catch (IOException e) {
      failed = true;
      handling
          .errors()
          .accept(
              prefix
                  + ": objects were read, and could not be "
                  + (handling.after().delete() ? "deleted" : "moved")
                  + ": "
                  + e.getMessage());
    }
    leaving.clear();
    quarantined.clear();
  }
}

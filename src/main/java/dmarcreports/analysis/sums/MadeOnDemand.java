package dmarcreports.analysis.sums;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list of which there may be very much: each element is made when it is asked for, and not kept.
 */
public final class MadeOnDemand<S, T> extends AbstractList<T> implements RandomAccess {
  private final List<S> sources;
  private final Function<S, T> made;

  public MadeOnDemand(List<S> sources, Function<S, T> made) {
    this.sources = sources;
    this.made = made;
  }

  @Override
  public T get(int place) {
    return made.apply(sources.get(place));
  }

  @Override
  public int size() {
    return sources.size();
  }
}

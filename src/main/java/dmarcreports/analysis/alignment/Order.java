package dmarcreports.analysis.alignment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Orders that mean nothing by themselves: what is alike in all that counts still has to stand in
 * one place, whatever order it came in.
 */
public final class Order {
  private Order() {}

  /** By the name of the constant, which stays when others are put between. */
  public static <E extends Enum<E>> Comparator<E> byName() {
    return Comparator.comparing(Enum::name);
  }

  /** What is absent comes first. */
  public static <T> Comparator<Optional<T>> absentFirst(Comparator<? super T> present) {
    return (one, other) ->
        one.isPresent() && other.isPresent()
            ? present.compare(one.get(), other.get())
            : Boolean.compare(one.isPresent(), other.isPresent());
  }

  /** Item by item; of lists that begin alike the longer one comes first. */
  public static <T> Comparator<List<T>> itemByItem(Comparator<? super T> items) {
    return Order.<T>whileBothLast(items).thenComparing(List::size, Comparator.reverseOrder());
  }

  /** As words in a dictionary: of lists that begin alike the shorter one comes first. */
  public static <T> Comparator<List<T>> asInADictionary(Comparator<? super T> items) {
    return Order.<T>whileBothLast(items).thenComparing(List::size);
  }

  private static <T> Comparator<List<T>> whileBothLast(Comparator<? super T> items) {
    return (one, other) -> {
      for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
        int order = items.compare(one.get(i), other.get(i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }
}

package dmarcreports.analysis.sums;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** A small set of numbers, in order: days since 1970, or the numbers of reporters. */
public final class SortedInts {
  private static final int[] NONE = {};

  private int[] values;
  private int size;

  public SortedInts() {
    values = NONE;
  }

  public SortedInts(int first) {
    values = new int[] {first};
    size = 1;
  }

  void add(int value) {
    if (size == 0 || value > values[size - 1]) {
      insert(size, value);
      return;
    }
    int place = Arrays.binarySearch(values, 0, size, value);
    if (place < 0) {
      insert(-place - 1, value);
    }
  }

  /**
   * This set and that number. A set of one number is left as it is, so that many may share it; a
   * larger one is changed.
   */
  public SortedInts with(int value) {
    if (Arrays.binarySearch(values, 0, size, value) >= 0) {
      return this;
    }
    SortedInts set = size == 1 ? new SortedInts(values[0]) : this;
    set.add(value);
    return set;
  }

  public void addAll(SortedInts other) {
    for (int i = 0; i < other.size; i++) {
      add(other.values[i]);
    }
  }

  public int first() {
    return values[0];
  }

  public int last() {
    return values[size - 1];
  }

  public int get(int place) {
    return values[place];
  }

  public int size() {
    return size;
  }

  /** Adds them to other numbers, none of them negative. */
  public void addTo(BitSet others) {
    for (int i = 0; i < size; i++) {
      others.set(values[i]);
    }
  }

  public IntStream stream() {
    return Arrays.stream(values, 0, size);
  }

  private void insert(int place, int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + Math.max(3, size >> 1));
    }
    System.arraycopy(values, place, values, place + 1, size - place);
    values[place] = value;
    size++;
  }
}

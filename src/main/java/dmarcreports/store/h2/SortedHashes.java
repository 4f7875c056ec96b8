package dmarcreports.store.h2;

/** The first eight bytes of hashes, in their order, each with the id of a row. */
interface SortedHashes {
  /** Goes to the next, first to the first; false where there is none. */
  boolean next();

  long stump();

  int id();

  /** Those of either. */
  static SortedHashes merged(SortedHashes one, SortedHashes other) {
    return new SortedHashes() {
      private boolean begun;
      private boolean oneHas;
      private boolean otherHas;
      private SortedHashes at = one;

      @Override
      public boolean next() {
        if (!begun || at.equals(one)) {
          oneHas = one.next();
        }
        if (!begun || at.equals(other)) {
          otherHas = other.next();
        }
        begun = true;
        at = !otherHas || oneHas && one.stump() <= other.stump() ? one : other;
        return oneHas || otherHas;
      }

      @Override
      public long stump() {
        return at.stump();
      }

      @Override
      public int id() {
        return at.id();
      }
    };
  }
}

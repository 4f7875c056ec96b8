package dmarcreports.output.html;

/**
 * How much of a domain a page has room for, so that it stays one that a browser opens at once; the
 * tables have the rest.
 *
 * @param actions in full
 * @param briefly other actions, and changes of the chart, in a line each
 * @param codes whether code to paste is there
 * @param asides kinds of mail that needs no action
 * @param groups services and networks that send
 * @param streams of a group
 * @param addresses of a group
 * @param days in the chart and its table
 * @param explained streams, those with most failing messages, of which it is told how they came
 *     about
 * @param evidences of each of these
 * @param spare how many bytes that may take
 */
record Room(
    int actions,
    int briefly,
    boolean codes,
    int asides,
    int groups,
    int streams,
    int addresses,
    int days,
    int explained,
    int evidences,
    long spare) {
  private static final int KIBIBYTE = 1024;

  static final Room ALONE = new Room(40, 40, true, 2, 200, 20, 200, 400, 60, 10, 400_000);
  private static final Room AMPLE = new Room(20, 20, true, 2, 40, 8, 50, 200, 30, 8, 0);
  private static final Room SMALL = new Room(5, 12, false, 2, 8, 2, 10, 92, 6, 3, 0);
  private static final Room SMALLER = new Room(2, 8, false, 1, 4, 1, 3, 92, 2, 2, 0);
  private static final Room LEAST = new Room(1, 3, false, 0, 3, 0, 0, 92, 1, 1, 0);

  /** What a domain with that much room hardly comes to. */
  private static final int AMPLE_BYTES = 100 * KIBIBYTE;

  private static final int SMALL_BYTES = 60 * KIBIBYTE;
  private static final int SMALLER_BYTES = 34 * KIBIBYTE;

  /** That of a domain which has so many bytes of a page with others. */
  static Room of(long each) {
    if (each > SMALL_BYTES) {
      return each > AMPLE_BYTES ? AMPLE : SMALL;
    }
    return each > SMALLER_BYTES ? SMALLER : LEAST;
  }

  /** The same, with so many bytes to tell how streams came about. */
  Room with(long bytes) {
    return new Room(
        actions, briefly, codes, asides, groups, streams, addresses, days, explained, evidences,
        bytes);
  }
}

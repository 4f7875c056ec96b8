package dmarcreports.output.html;

import java.util.ArrayList;
import java.util.List;

/**
 * The room of each domain of a page, none more than one that is worse. A page of several is written
 * twice: a draft shows what it comes to, and what is left over then tells how the mail of the worst
 * came about.
 */
final class Rooms {
  /** What a page should not be larger than, but for what comes behind its domains. */
  private static final long PAGE = 980_000;

  /** What all of it may come to when it is told how mail came about. */
  private static final long WHOLE = 990_000;

  private final List<Room> rooms = new ArrayList<>();
  private final List<Long> starts = new ArrayList<>();
  private long each = Long.MAX_VALUE;
  private long left = -1;

  /** The draft is written, and has so many bytes. */
  void drafted(long bytes) {
    left = Math.max(0, WHOLE - bytes);
  }

  /**
   * That of the next domain.
   *
   * @param all how many domains the page has
   * @param written how many bytes the page has so far
   */
  Room of(int place, int all, long written) {
    if (all == 1) {
      return Room.ALONE;
    }
    if (left < 0) {
      each = Math.min(each, (PAGE - written) / (all - place));
      Room room = Room.of(each);
      rooms.add(room);
      starts.add(written);
      return room;
    }
    long used = written - starts.get(place);
    return rooms.get(place).with(Math.max(0, left - used));
  }
}

package dmarcreports.stored;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was discarded and has not been read since.
 *
 * @param when the start of the run that discarded it last
 * @param input as its user named it; hostile text
 * @param member the way inside the input; empty for the input itself
 * @param reason the word for it
 * @param detail one line; hostile text
 * @param place the absolute path of the file where it now lies; the input's name where it is none
 */
public record Discarded(
    Instant when,
    String input,
    Optional<String> member,
    String reason,
    String detail,
    String place) {}

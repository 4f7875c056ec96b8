package dmarcreports.stored;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is sent to one receiver.
 *
 * @param receiver what the receiver is known by: it holds no secret
 * @param topic the domain that it is about; empty where it is not about one alone
 * @param name what it is known by to whoever gets it, the same however often it is sent
 * @param made when; a second
 * @param subject one line; empty for a webhook
 * @param body plain text, or what a webhook takes
 * @param html the same as a page; empty for a webhook
 */
public record Message(
    String receiver,
    Optional<String> topic,
    String name,
    Instant made,
    String subject,
    String body,
    Optional<String> html) {}

package dmarcreports.mailbox.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How servers are reached.
 *
 * @param authority a file with the certificates of whom to trust, in the place of the usual ones
 * @param clearText whether passwords may be sent where anybody may read them
 * @param silence how long a server may say nothing
 * @param patience how long one that goes away is waited for
 * @param notes takes a line for what is worth one
 */
public record ServerAccess(
    Secrets secrets,
    Optional<Path> authority,
    boolean clearText,
    Duration silence,
    Duration patience,
    Consumer<String> notes) {}

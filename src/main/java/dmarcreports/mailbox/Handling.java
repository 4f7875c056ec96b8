package dmarcreports.mailbox;

import dmarcreports.stored.MailboxMemory;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What a run does with what it has read, and who is told.
 *
 * @param after what happens to an input whose documents are all stored
 * @param quarantine where an input goes of which something was discarded: a directory, or a folder
 *     of the same server
 * @param memory what was read of mailboxes on servers
 * @param commit when it returns, all that came of the inputs read is on disk
 * @param keptElsewhere takes where an input lay of which something was discarded, and where it lies
 *     now
 * @param gone takes where an input lay that is to be read again and is not there any more
 * @param notes takes a line for each thing that is worth a line
 * @param errors takes a line for each that somebody has to do something about
 */
public record Handling(
    After after,
    Optional<String> quarantine,
    MailboxMemory memory,
    Runnable commit,
    BiConsumer<String, String> keptElsewhere,
    Consumer<String> gone,
    Consumer<String> notes,
    Consumer<String> errors) {}

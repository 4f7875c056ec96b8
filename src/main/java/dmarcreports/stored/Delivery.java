package dmarcreports.stored;

/**
 * A message that waits to be sent.
 *
 * @param inDoubt whether a run ended while it sent it, so that it may have arrived
 */
public record Delivery(int id, Message message, boolean inDoubt) {}

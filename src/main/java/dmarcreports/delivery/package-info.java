/**
 * How what is sent of a night gets to people and programs: {@code Receiver} is one of them, {@code
 * Courier} carries messages there, {@code MailCourier} over a mail server and {@code
 * WebhookCourier} by HTTP. Knows how servers are reached, and nothing of what it carries. Start at
 * {@link dmarcreports.delivery.Courier}.
 */
package dmarcreports.delivery;

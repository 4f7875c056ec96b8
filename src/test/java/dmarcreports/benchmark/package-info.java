/** What the program costs: generated mailboxes, whole processes, and single stages. */
package dmarcreports.benchmark;

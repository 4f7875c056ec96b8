/**
 * What is of H2 alone: a file that one run at a time holds ({@code DatabaseLock}), that is as it
 * was left or refused ({@code DatabaseFile}, {@code HighWaterMark}), that gives back what it does
 * not use ({@code UnusedSpace}), and in which rows are found by their hashes without an index
 * ({@code TableHashes}, {@code Hashes}). Start at {@link dmarcreports.store.h2.H2Database}.
 */
package dmarcreports.store.h2;

/**
 * A database that is open, of whichever kind: {@code Database} says where it is, {@code
 * OpenDatabase} is the connection and what the kinds do in different ways, {@code Migrations} the
 * version of its tables, {@code StoreException} why it cannot be used. Start at {@link
 * dmarcreports.store.open.OpenDatabase}.
 */
package dmarcreports.store.open;

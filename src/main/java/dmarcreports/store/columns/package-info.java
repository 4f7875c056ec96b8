/**
 * The columns of the tables that reports are written to and read from, for whoever reads or writes
 * rows: by them alone nothing of jOOQ is loaded. Start at {@link
 * dmarcreports.store.columns.Columns}.
 */
package dmarcreports.store.columns;

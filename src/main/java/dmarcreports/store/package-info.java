/**
 * The doors of the database: {@code ReportStore} and {@code ReportSaver} put reports in, {@code
 * ReportReader} reads them back, {@code Purge}, {@code Copy}, {@code Verification}, {@code
 * Discards}, {@code Announcements} and {@code StoredLookups} do what their names say. {@code
 * Databases} alone knows which kinds there are. Below them {@code store.open} is a connection of
 * any kind, {@code store.rows} what is written and read on it, by {@code store.columns} and {@code
 * store.sql}, {@code store.h2} and {@code store.postgres} what is of one kind only; those two never
 * know each other. Nobody else sees jOOQ and JDBC. Start at {@link dmarcreports.store.ReportStore}.
 */
package dmarcreports.store;

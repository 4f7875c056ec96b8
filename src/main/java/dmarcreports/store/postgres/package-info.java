/**
 * What is of PostgreSQL alone: connections that are lost and made again, short transactions under
 * one lock, reports that wait for them ({@code Pending}) and are written many at a time ({@code
 * Batch}). The only room that opens sockets to a database. Start at {@link
 * dmarcreports.store.postgres.PostgresDatabase}.
 */
package dmarcreports.store.postgres;

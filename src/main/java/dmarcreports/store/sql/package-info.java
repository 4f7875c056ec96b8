/**
 * Statements that are the same in every run: {@code Sql} names them, {@code Written} is how jOOQ
 * writes them, {@code KeptSql} what it wrote for H2 when the program was built. Start at {@link
 * dmarcreports.store.sql.Sql}.
 */
package dmarcreports.store.sql;

/**
 * Saves reports once, reads observations back; the only package that sees jOOQ, JDBC and H2. Start
 * at {@link dmarcreports.store.ReportStore}.
 */
package dmarcreports.store;

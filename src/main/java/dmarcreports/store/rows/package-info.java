/**
 * Reports as rows: what is written of a report, its evidences and policies, what was discarded, the
 * runs; and how rows are written and looked up fast. {@code ReportWriter} is how a run's reports
 * come into a database, which each kind does in its own way. Start at {@link
 * dmarcreports.store.rows.ReportWriter}, then {@link dmarcreports.store.rows.Evidences}.
 */
package dmarcreports.store.rows;

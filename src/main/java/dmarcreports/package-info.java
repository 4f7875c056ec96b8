/**
 * The door: {@link dmarcreports.Main} takes the arguments, streams and environment of the process
 * and gives it an exit code. Known by nobody.
 *
 * <p>The walk of one report from the door to its row:
 *
 * <ol>
 *   <li>{@code Main} hands the process to {@code command.DmarcReports}, which picks a command.
 *   <li>{@code command.IngestCommand} checks its options: they yield a mailbox, and how it is read.
 *   <li>{@code flow.Intake} opens the database as a {@code store.ReportStore}, and ends the run.
 *   <li>{@code flow.Ingest} goes through the inputs of the {@code mailbox.Mailbox}, each a turn of
 *       {@code reading.ReadAhead}, and makes a {@code flow.OneInput} for each.
 *   <li>{@code mail.Opener} opens the input and walks through the mails and archives in it.
 *   <li>{@code reading.Document} is what was found: by its bytes it is known whether it is stored.
 *   <li>{@code xml.ReportParser} tells it as {@code report.AggregateReport} and its records.
 *   <li>{@code flow.SortedSink} lets through what is about one's own domains.
 *   <li>{@code store.ReportSaver} finds whether it is there, or gives it to the {@code
 *       store.rows.ReportWriter} of the kind of database, which makes rows of it.
 *   <li>{@code store.ReportStore} counts and commits; then {@code flow.Ledger} has it, and {@code
 *       mailbox.Disposal} may move the file.
 * </ol>
 *
 * <p>The walk of one row to its line of CSV:
 *
 * <ol>
 *   <li>{@code command.AnalyzeCommand} checks its options: they yield {@code flow.Access}, {@code
 *       flow.Choice} and {@code flow.Knowledge}.
 *   <li>{@code flow.Analyze} opens the database as a {@code store.ReportReader}.
 *   <li>{@code store.rows.EvidenceReader} makes a {@code report.Evidence} of each row of evidences.
 *   <li>{@code store.ReportReader} tells each record as a {@code report.Observation}.
 *   <li>{@code analysis.Analysis} collects them in sums, whatever their number.
 *   <li>When all are there, it finishes: from sums to streams, to domains, to what is to be done.
 *   <li>{@code output.page.Findings} is that, with the domains and reporters of {@code stored}.
 *   <li>{@code output.Format} has the tables of {@code output.table}, each a list of columns.
 *   <li>{@code output.table.CsvOutput} makes a line of what a row of a table says.
 *   <li>{@code file.ReplacedFile} puts the files in the place of the old ones.
 * </ol>
 */
package dmarcreports;

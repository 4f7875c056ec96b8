/**
 * One {@link dmarcreports.analysis.Analysis} to text, CSV and JSON; nothing in what it writes can
 * act. Start at {@link dmarcreports.output.Format}.
 */
package dmarcreports.output;

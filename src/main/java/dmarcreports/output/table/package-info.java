/**
 * Findings as tables: {@code Tables} has each one's columns, once for CSV and JSON; {@code
 * CsvLines} writes cells that no spreadsheet takes for a formula.
 */
package dmarcreports.output.table;

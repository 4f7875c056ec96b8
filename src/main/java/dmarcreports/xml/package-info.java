/**
 * Bytes to {@link dmarcreports.report.AggregateReport}, or {@link
 * dmarcreports.report.UnreadableReport}; the only package that sees JAXB. Start at {@link
 * dmarcreports.xml.ReportParser}.
 */
package dmarcreports.xml;

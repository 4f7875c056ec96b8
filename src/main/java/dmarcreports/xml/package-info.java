/**
 * Bytes to {@link dmarcreports.report.AggregateReport}, or {@link
 * dmarcreports.report.UnreadableReport}; the only package that sees JAXB. Start at {@link
 * dmarcreports.xml.ReportParser}.
 *
 * <p>JAXB binds each distinct record once: {@link dmarcreports.xml.RecordText} takes those that
 * {@link dmarcreports.xml.KnownRecords} has out of the text before the XML reader sees them.
 */
package dmarcreports.xml;

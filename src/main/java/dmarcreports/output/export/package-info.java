/**
 * Stored records as lines, one by one: {@code RecordLines} is what every kind of line does, {@code
 * OwnLines} holds nothing back, {@code ParsedmarcLines} are what reads parsedmarc's CSV. The door
 * is {@code output.ExportFormat}.
 */
package dmarcreports.output.export;

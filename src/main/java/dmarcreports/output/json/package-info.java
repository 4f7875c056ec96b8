/** The same tables, explanations and status as JSON: streamed, keys in the order of the columns. */
package dmarcreports.output.json;

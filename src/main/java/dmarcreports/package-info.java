/**
 * The shell: arguments in, exit code out; the flows; the only package that knows all others. Read
 * {@link dmarcreports.Main}, then {@code Ingest}, then {@code Analyze}.
 */
package dmarcreports;

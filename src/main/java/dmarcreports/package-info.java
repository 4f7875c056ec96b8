/**
 * The door: {@link dmarcreports.Main} takes arguments, streams and environment of the process and
 * gives it an exit code. Known by nobody.
 */
package dmarcreports;

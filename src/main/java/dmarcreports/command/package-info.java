/**
 * The command line: one command a file, options that yield values, and nothing else of picocli
 * anywhere. {@link dmarcreports.command.DmarcReports} has all commands and says what becomes of
 * failures; each command checks its options, calls a flow and chooses an {@link
 * dmarcreports.command.ExitCode}. {@code Shell} is the process around it. Below it {@code help}
 * tells what there is. Start at {@link dmarcreports.command.DmarcReports}.
 */
package dmarcreports.command;

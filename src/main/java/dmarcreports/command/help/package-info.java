/**
 * What the command line says of itself, out of the one model of it that picocli makes and the
 * catalogues: {@link dmarcreports.command.help.UsageHelp} is {@code --help}, {@link
 * dmarcreports.command.help.ManualPage} the page for man, and {@link
 * dmarcreports.command.help.CompletionScript} for the shells that complete it. Knows no command.
 */
package dmarcreports.command.help;

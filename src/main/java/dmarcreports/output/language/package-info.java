/**
 * From what is to be said to a sentence: {@link dmarcreports.output.language.Language} says it in
 * the words of its catalogue ({@code src/main/resources/dmarcreports/output/language}, one file a
 * language). Knows only sayings; no layout, no findings.
 */
package dmarcreports.output.language;

/**
 * From what is to be said to a language: {@link dmarcreports.output.wording.Language} says it, in
 * the words of its catalogue ({@code src/main/resources/dmarcreports/output/wording}, one file a
 * language). No layout: that is for the rooms that write.
 */
package dmarcreports.output.wording;

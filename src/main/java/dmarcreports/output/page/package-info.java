/**
 * What is told, and in which order: actions ranked and gathered, whose mail fails, what is new
 * since the last time. No layout, no words. Start at {@link dmarcreports.output.page.Findings},
 * which is all there is to tell.
 */
package dmarcreports.output.page;

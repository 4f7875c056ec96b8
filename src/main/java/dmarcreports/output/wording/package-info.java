/**
 * What the findings' codes, actions, effects and numbers are called: clauses for the rooms that lay
 * out. Which phrase it is is decided here; its words stand in the catalogue of a language. What
 * text and page tell alike is a record of sentences, such as {@code StreamWords}. Start at {@code
 * Words} and {@code Headlines}.
 */
package dmarcreports.output.wording;

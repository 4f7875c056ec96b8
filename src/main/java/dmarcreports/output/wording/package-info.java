/**
 * What the findings' codes, actions, effects and numbers are called: clauses for the rooms that lay
 * out. Start at {@code Words} and {@code Headlines}.
 */
package dmarcreports.output.wording;

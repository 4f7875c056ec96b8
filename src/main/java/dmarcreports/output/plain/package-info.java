/**
 * What every room of output writes alike: strangers' text made inert, codes, numbers with their
 * nouns, colour. Knows no findings.
 */
package dmarcreports.output.plain;

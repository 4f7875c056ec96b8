/**
 * What the reports mean: which mail streams fail DMARC, why, and what repairs them. Pure functions
 * of {@code report}: no clock, file, network or logger. Start at {@link
 * dmarcreports.analysis.Analysis}.
 */
package dmarcreports.analysis;

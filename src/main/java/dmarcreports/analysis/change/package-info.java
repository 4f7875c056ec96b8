/**
 * What a change does to a failing message: the changes that there are ({@link
 * dmarcreports.analysis.change.Recommendation}) and, for each, whether the message then passes,
 * perhaps passes or does not, and why. Start at {@code WhatIf}; the reasons are in {@code Effect}.
 */
@NullMarked
package dmarcreports.analysis.change;

import org.jspecify.annotations.NullMarked;

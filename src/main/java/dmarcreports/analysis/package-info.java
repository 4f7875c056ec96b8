/**
 * What the reports mean: which mail streams fail DMARC, why, and what repairs them. Pure functions
 * of observations. The doors are {@link dmarcreports.analysis.Analysis} and what it yields for a
 * domain; the rooms, from the ground up: {@code saying alignment sender sums change remedy stream
 * action result explain lookup}. None knows one that stands after it.
 */
@NullMarked
package dmarcreports.analysis;

import org.jspecify.annotations.NullMarked;

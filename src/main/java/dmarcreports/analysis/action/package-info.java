/**
 * What somebody could do for a domain: failing messages gathered by the change that would repair
 * them, ranked by effect, with what became of it since; and how strict the policy could be. Start
 * at {@code Actions} and {@code Readiness}.
 */
@NullMarked
package dmarcreports.analysis.action;

import org.jspecify.annotations.NullMarked;

/**
 * How the findings about one source came about, so that nobody has to believe them. Start at {@code
 * Explainer}; what it yields is {@code Explained}.
 */
@NullMarked
package dmarcreports.analysis.explain;

import org.jspecify.annotations.NullMarked;

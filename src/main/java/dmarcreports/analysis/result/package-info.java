/** What comes out for one domain: its sources, streams and actions, as the outputs read them. */
@NullMarked
package dmarcreports.analysis.result;

import org.jspecify.annotations.NullMarked;

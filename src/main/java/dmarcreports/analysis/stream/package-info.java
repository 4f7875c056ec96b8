/**
 * Streams of mail, and what each is: the decision table ({@link
 * dmarcreports.analysis.stream.StreamClass} and its conditions), how sure it is, whose the mail is,
 * and which changes are advised. Start at {@code Diagnosed}, which is all of that for one stream.
 */
@NullMarked
package dmarcreports.analysis.stream;

import org.jspecify.annotations.NullMarked;

/**
 * The same from mails to findings on a cluster, for more of them than one machine takes: {@code
 * Job} is what {@code spark-submit} starts. Only this room speaks Spark; what its tasks do is in
 * {@code task}, behind a class loader ({@code Apart}) that sees nothing of Spark's libraries.
 *
 * <p>The walk of one report: {@code Listing} finds its input, {@code Bundle} packs it with others
 * into a task, {@code Reading} has its rows, {@code Nights} finds whether it is there already and
 * keeps it, {@code Sums} adds up what its records say, {@code FindingTables} tells each policy
 * domain, {@code Outcome} puts all in its place.
 */
package dmarcreports.spark;

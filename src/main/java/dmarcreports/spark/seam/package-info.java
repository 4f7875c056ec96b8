/**
 * What the job and its tasks say to each other: the JDK's words alone, since the two see different
 * versions of all libraries.
 */
package dmarcreports.spark.seam;

/**
 * What one task of the job does: {@code Tasks} is the door, found by its name. It knows the whole
 * house and nothing of Spark.
 */
package dmarcreports.spark.task;

/**
 * Findings as numbers that a monitoring system keeps: {@code MetricsOutput} says which, {@code
 * Exposition} writes them as Prometheus reads them.
 */
package dmarcreports.output.metrics;

/**
 * What is printed: the outcomes of a run as text, as JSON, and a band as a table.
 *
 * <p>Every bound is rounded outward when it becomes a decimal, so that whatever is read off a
 * report is still a guarantee. The JSON is described by {@code surety-results.schema.json}.
 */
package surety.cli.report;

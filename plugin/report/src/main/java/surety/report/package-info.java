/**
 * A run and its reports: one model of what became of specifications, and whatever writes it down.
 *
 * <p>{@link surety.report.Run} is the model; what is about one property or query is an {@link
 * surety.report.Outcome}. Every bound is rounded outward when it becomes a decimal, so that
 * whatever is read off a report is still a guarantee. What prints on a terminal is not here but in
 * the command line.
 */
package surety.report;

/**
 * The command line: {@code surety check}, {@code cdf}, {@code replay}, {@code format} and {@code
 * statement}.
 *
 * <p>One class for each command. A command reads its arguments, hands the work to the language, the
 * search or the kernel, and gives the outcome to {@link surety.cli.report}. Standard output carries
 * the report and nothing else; diagnostics, notes and the progress line go to standard error. No
 * bound is computed here: the numbers are the kernel's, and the only arithmetic done with them is
 * the outward rounding to decimals.
 */
package surety.cli;

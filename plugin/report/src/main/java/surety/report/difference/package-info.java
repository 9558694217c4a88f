/**
 * What two runs have not in common.
 *
 * <p>A run is what it left behind: the JSON of its results, or its certificates. {@link
 * surety.report.difference.RecordedRun} reads either; {@link surety.report.difference.Differences}
 * compares two of them by the names of properties and queries, and {@link
 * surety.report.difference.DifferenceText} and {@link surety.report.difference.DifferenceJson}
 * write down what moved. Nothing here is proven: what was recorded is taken at its word.
 */
package surety.report.difference;

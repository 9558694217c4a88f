/** The problems that the server finds, as markers, and what it proposes against them. */
package surety.eclipse.problems;

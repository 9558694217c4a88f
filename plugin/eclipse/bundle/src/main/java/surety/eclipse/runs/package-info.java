/** What can be done with properties and queries: verify, replay, cancel. */
package surety.eclipse.runs;

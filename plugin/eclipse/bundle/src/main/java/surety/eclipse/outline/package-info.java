/** The outline of a specification. */
package surety.eclipse.outline;

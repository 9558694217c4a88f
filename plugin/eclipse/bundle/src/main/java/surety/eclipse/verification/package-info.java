/** The Verification view: all properties and queries of the workspace, and what can be done. */
package surety.eclipse.verification;

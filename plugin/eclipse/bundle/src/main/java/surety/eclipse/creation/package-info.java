/** The wizard that makes a specification from a network; all its texts come from the server. */
package surety.eclipse.creation;

/** The states of all properties and queries, as the server told them last. */
package surety.eclipse.states;

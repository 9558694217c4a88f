/** Tries what a network gives for an input. */
package surety.eclipse.inputs;

/** Specifications in the editor: what is written goes to the server, what it says is shown. */
package surety.eclipse.editor;

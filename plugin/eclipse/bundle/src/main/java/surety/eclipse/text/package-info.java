/** Texts and places in them: plain code, that knows of no workbench. */
package surety.eclipse.text;

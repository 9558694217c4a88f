/** Colours that can be read in the theme of the workbench, light or dark. */
package surety.eclipse.theme;

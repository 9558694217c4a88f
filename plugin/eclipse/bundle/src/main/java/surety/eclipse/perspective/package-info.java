/** How the workbench looks for those who verify. */
package surety.eclipse.perspective;

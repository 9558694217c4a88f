/**
 * Starts a real workbench on a screen that nobody sees, with the plug-in in it, and reads what the
 * scenario reports.
 */
package surety.eclipse.workbench;

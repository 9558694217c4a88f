/** What all parts of the plug-in share: its name, its log, its pictures, its messages to people. */
package surety.eclipse.base;

/** The preference page. */
package surety.eclipse.preferences;

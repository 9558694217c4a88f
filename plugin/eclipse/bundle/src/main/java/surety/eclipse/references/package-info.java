/** Where a name is used, in the Search view. */
package surety.eclipse.references;

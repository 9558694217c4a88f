/** The open specifications, kept the same here and at the server; and changes to them. */
package surety.eclipse.documents;

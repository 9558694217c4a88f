/** Publishes the Eclipse plug-in as an update site (p2), by the publisher of Eclipse itself. */
package surety.eclipse.site;

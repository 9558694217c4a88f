/**
 * An Equinox put together from jars that Maven resolved: what an Eclipse product has in its
 * configuration folder, made anew for each run. The build's own: it runs a workbench in tests and
 * the publisher of the update site.
 */
package surety.eclipse.equinox;

/** What is in a network file, for whoever opens one. */
package surety.eclipse.networks;

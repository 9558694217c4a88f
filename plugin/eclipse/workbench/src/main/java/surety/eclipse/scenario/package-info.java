/** The scenarios that are played in a real workbench, and how they get to know where files are. */
package surety.eclipse.scenario;

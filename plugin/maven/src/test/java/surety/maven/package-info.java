/** Projects that are really built with the plug-in, and what it makes of reports. */
package surety.maven;

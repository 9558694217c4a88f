/**
 * What a scenario needs to drive a workbench as a person would: look until something is there,
 * press it, read it, take a picture, and report. It runs outside of the UI thread, which stays
 * free, and asks that thread for each look.
 */
package surety.eclipse.driver;

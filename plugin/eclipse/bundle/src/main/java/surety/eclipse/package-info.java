/** The Eclipse plug-in: shows in the workbench what the language server computes. */
package surety.eclipse;

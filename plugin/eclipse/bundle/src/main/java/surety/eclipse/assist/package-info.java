/**
 * Help while writing: completion, parameters, hovers, definitions, references, lenses, outline,
 * formatting, renaming.
 */
package surety.eclipse.assist;

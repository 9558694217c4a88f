/** Help while writing: completion, hovers, definitions, lenses, outline, formatting, renaming. */
package surety.eclipse.assist;

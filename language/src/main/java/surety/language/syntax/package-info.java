/** The text of a specification: limits, literals, and messages on what cannot be parsed. */
package surety.language.syntax;

/**
 * One input tried out: what a network of a specification gives for it, and which of the events that
 * the specification speaks about happen.
 */
package surety.language.evaluation;

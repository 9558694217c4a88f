/**
 * Where the probability of an event comes from, as a model, a picture and words for whoever cannot
 * see it; the same for editors and the command line.
 */
package surety.language.origin;

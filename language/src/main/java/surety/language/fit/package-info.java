/**
 * Distributions that are fitted to samples, as blocks of the language: a normal distribution by
 * maximum likelihood, mixtures of them by expectation maximization, kernel density estimates. What
 * is written is a model of the data. Nothing that is proved under it depends on how it was found.
 */
package surety.language.fit;

/** What can be wrong with a specification: the codes of the messages, and their parts. */
package surety.language.problems;

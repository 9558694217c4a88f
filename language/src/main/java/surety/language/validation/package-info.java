/** What is wrong with a specification that can be parsed: one class for each concern. */
package surety.language.validation;

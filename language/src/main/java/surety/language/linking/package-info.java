/** Messages on names that nothing has. */
package surety.language.linking;

/** Which names can be used where. */
package surety.language.scoping;

/** What the generated model leaves to be asked of a specification. */
package surety.language.model;

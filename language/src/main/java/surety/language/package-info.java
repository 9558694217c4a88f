/**
 * The specification language: from the text of a {@code .sure} file to the statements that it
 * claims, with messages for everything that is wrong with it.
 *
 * <p>{@link surety.language.SpecificationReader} and {@link surety.language.SpecificationFormatter}
 * are the doors. Behind them stand an Xtext grammar, its generated parser and model, and one
 * package for each of syntax messages, scoping, linking, validation, translation and formatting;
 * none of these packages uses this one.
 *
 * <p>In front of them stands {@code surety.language.verification}, which keeps what is known of the
 * specifications that somebody is editing; nothing here uses it.
 */
package surety.language;

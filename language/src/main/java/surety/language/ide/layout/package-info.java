/** The layout of a specification as edits of its text. */
package surety.language.ide.layout;

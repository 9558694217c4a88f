/** What may be written at a place. */
package surety.language.ide.completion;

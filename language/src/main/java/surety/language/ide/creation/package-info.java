/** New specifications from network files, where one edits. */
package surety.language.ide.creation;

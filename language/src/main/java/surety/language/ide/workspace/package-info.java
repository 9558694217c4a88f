/** The workspace of an editor: its folders, and the specifications in them. */
package surety.language.ide.workspace;

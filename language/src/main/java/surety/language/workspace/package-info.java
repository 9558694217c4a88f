/** The specifications in the folders of a workspace, whether an editor has them open or not. */
package surety.language.workspace;

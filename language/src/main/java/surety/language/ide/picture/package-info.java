/** Pictures of what is known of properties and queries, as SVG, for any editor that shows them. */
package surety.language.ide.picture;

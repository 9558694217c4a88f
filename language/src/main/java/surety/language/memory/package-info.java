/**
 * What is known of the elements of a document from earlier readings. Most edits touch one element
 * of very many; what depends on nothing that was touched is not found out again.
 */
package surety.language.memory;

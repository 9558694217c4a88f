/**
 * The language server: sessions with clients, the documents that they have open, and what arrives
 * on the wire.
 */
package surety.language.ide.server;

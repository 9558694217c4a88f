/**
 * What an editor asks of the language, answered over the language server protocol: wiring here, one
 * package for each kind of request, and the server itself in {@code server}. Clients stay thin:
 * whatever they show is computed here.
 */
package surety.language.ide;

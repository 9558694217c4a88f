/** The language server's process, and the conversation with it. */
package surety.eclipse.server;

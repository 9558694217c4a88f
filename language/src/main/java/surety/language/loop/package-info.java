/**
 * Loops as they are written, and what they are: expressions, draws and statements of the kernel,
 * with messages on all that is not one.
 */
package surety.language.loop;

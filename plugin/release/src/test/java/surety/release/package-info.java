/**
 * What is in the release archive, that it starts with nothing but a Java runtime, and that the
 * files for gates in {@code examples/ci} do what they say. Only the files that the build made are
 * looked at, as their users would.
 */
package surety.release;

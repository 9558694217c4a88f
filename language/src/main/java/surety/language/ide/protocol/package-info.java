/**
 * What Surety's server and its clients say to each other beyond the Language Server Protocol.
 *
 * <p>All of it is made to be shown as it is: numbers are texts that were rounded outward, states
 * are words, pictures are SVG. A client draws and computes nothing. A part that may be missing is
 * null, as in JSON.
 */
package surety.language.ide.protocol;

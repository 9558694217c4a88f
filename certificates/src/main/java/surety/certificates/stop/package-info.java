/** How what takes long is stopped: everything that may, asks, and ends with an exception. */
package surety.certificates.stop;

/**
 * Writes trees and certificates, for the search that makes them. Nothing here is trusted: the other
 * packages know nothing of it (a test guards that), and what it writes is believed by nobody before
 * it is replayed.
 */
package surety.certificates.writing;

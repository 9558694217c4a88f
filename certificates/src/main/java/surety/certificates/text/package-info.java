/** Canonical text, read line by line and from left to right. */
package surety.certificates.text;

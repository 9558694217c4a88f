/** Keys in PEM files, and the signatures that are made and verified with them. */
package surety.evidence.signature;

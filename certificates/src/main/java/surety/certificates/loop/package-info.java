/**
 * Probabilistic loops: what stands in their text, and which of their variables have finitely many
 * values. Nothing is computed here that a claim depends on but those values.
 */
package surety.certificates.loop;

/** In-toto statements about what was proved, in signed DSSE envelopes. */
package surety.evidence.attestation;

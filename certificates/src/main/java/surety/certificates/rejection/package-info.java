/**
 * Why a certificate is rejected: one type for each reason, with the numbers that are wrong and the
 * place where they stand, so that programs can tell reasons apart and people read the same words
 * everywhere. Nothing here decides anything.
 */
package surety.certificates.rejection;

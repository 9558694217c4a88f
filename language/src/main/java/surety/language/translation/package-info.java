/**
 * The meaning of a specification: numbers, affine forms, distributions, network files and, made of
 * these, the kernel's statements. What has no meaning is reported as problems, never thrown; the
 * validators pass these on.
 */
package surety.language.translation;

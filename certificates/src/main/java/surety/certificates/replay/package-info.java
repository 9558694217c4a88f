/**
 * Certificates and their replay: what an auditor runs. {@link surety.certificates.replay.Main} is
 * the kernel's own command line.
 */
package surety.certificates.replay;

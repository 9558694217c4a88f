/**
 * What is handed to somebody who was not there: signed attestations, and archives that an auditor
 * replays.
 *
 * <p>A signature says who ran Surety, a replay that it is true; nothing here mixes the two up.
 * Everything that is attested or bundled was replayed by the kernel first, from the bytes whose
 * digests are given.
 */
package surety.evidence;

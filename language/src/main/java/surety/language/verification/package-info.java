/**
 * Verification where one writes: the one model of what is known of each property and query, from
 * which lenses, hovers, hints, symbols and the status are drawn.
 *
 * <p>{@link surety.language.verification.Verifier} runs one search or replay, for the command line
 * as for an editor: whatever happens to it is an {@link surety.language.verification.Ending}.
 *
 * <p>A search that takes long is kept while it runs, if its caller wants that, beside where its
 * certificate will be: so that it can be gone on from when the process dies. A network file that
 * changes meanwhile makes a search end without a verdict, for that would be about a file that is no
 * longer there.
 *
 * <p>{@link surety.language.verification.VerificationModel} is the door for an editor. It hands out
 * {@link surety.language.verification.VerificationSnapshot}s, which never change; whoever draws two
 * things from the same snapshot cannot let them disagree. Nothing here knows an editor or a
 * protocol.
 *
 * <pre>
 *                    verify, replay                    its turn comes
 * UNVERIFIED, STALE -----------------------&gt; QUEUED -----------------------&gt; RUNNING
 *     ^  ^                                      |                               |
 *     |  +-- edit, network changed, cancel -----+-------------------------------+
 *     |                                                                         |
 *     |                                            +----------------------------+
 *     |                                            | the kernel's bounds: PROVED, VIOLATED,
 *     |                                            |   UNDECIDED; of a query ANSWERED, or
 *     |                                            |   UNDECIDED if they say nothing
 *     |                                            | none, or a certificate not valid: FAILED
 *     |                                            v
 *     +-- edit, network changed, errors ---- PROVED VIOLATED UNDECIDED ANSWERED FAILED
 * </pre>
 *
 * <p>A cancelled run goes back to where it was queued from. A state after an end holds for one
 * statement, the canonical text with the digest of the network in it: it is shown if, and only if,
 * the specification as it stands claims exactly this statement, and there is no error in what it is
 * made from. So an edit that changes the statement makes it stale at once, one that changes a
 * comment, a time limit, a wanted gap or something else in the specification does not, even if that
 * cannot be parsed, and one that is taken back brings it back. A result that arrives for a
 * statement that was changed in the meantime is dropped.
 *
 * <p>Every bound is the kernel's: of a search, or of the replay of a certificate. A certificate
 * that was found beside the specification shows nothing before it was replayed.
 */
package surety.language.verification;

/**
 * Verification where one edits: what is known of each property and query, drawn as lenses, hints,
 * hovers, messages and progress, all from the one model of {@link surety.language.verification}.
 *
 * <p>Each class draws one thing, from one snapshot. {@link
 * surety.language.ide.verification.VerificationService} is what a session has of all this.
 */
package surety.language.ide.verification;

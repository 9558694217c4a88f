/** Verification where one writes: what is known of each property and query, and how. */
package surety.language.verification;

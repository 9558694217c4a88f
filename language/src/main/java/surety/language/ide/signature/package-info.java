/** What a distribution or function takes, while it is being written. */
package surety.language.ide.signature;

/** What a distribution takes, while it is being written. */
package surety.language.ide.signature;

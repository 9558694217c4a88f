/**
 * Quick fixes: what to write instead, for messages that have an obvious way out. One class for each
 * kind of fix; {@link surety.language.quickfix.QuickFixes} says which belong to which message. A
 * fix touches nothing but the words that are wrong: comments and layout stay.
 */
package surety.language.quickfix;

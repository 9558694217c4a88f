/** Quick fixes where one edits. What they change is decided in {@link surety.language.quickfix}. */
package surety.language.ide.fixes;

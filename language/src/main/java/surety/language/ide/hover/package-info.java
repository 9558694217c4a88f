/** What an editor shows about the thing under the pointer. */
package surety.language.ide.hover;

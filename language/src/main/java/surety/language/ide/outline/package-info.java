/** What stands where: symbols and colours of a specification. */
package surety.language.ide.outline;

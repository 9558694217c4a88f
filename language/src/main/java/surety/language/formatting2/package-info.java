/** The layout of specifications. */
package surety.language.formatting2;

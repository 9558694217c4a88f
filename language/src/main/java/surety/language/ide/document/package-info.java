/** Documents as editors name them. */
package surety.language.ide.document;

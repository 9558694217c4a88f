/** Makes a specification from a network file and a few choices. */
package surety.language.template;

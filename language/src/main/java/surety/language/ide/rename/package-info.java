/** New names for networks, inputs, outputs, distributions, properties and queries. */
package surety.language.ide.rename;

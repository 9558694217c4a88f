/** Files that are written: certificates, where they lie, and how nothing is left half-written. */
package surety.language.storage;

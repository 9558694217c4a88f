/**
 * The statement: the plain, canonical text of exactly what a certificate claims. Two statements
 * claim the same if and only if their texts are equal, so a replay compares texts and nothing else.
 */
package surety.certificates.statement;

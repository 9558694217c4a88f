/**
 * Cells of the input domain, how they are cut, and what a leaf contributes to the bounds. Cutting
 * partitions a cell exactly, whatever the place of the cut, so that coverage and disjointness hold
 * by construction (sections 2 and 4 of FORMAT.md).
 */
package surety.certificates.cell;

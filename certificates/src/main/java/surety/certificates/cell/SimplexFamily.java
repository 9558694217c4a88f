package surety.certificates.cell;

import surety.certificates.arithmetic.Interval;
import surety.certificates.integral.BernsteinDensity;

/**
 * What all simplices of one triangulated box share.
 *
 * @param density the density over the box
 * @param unit encloses the volume of each Kuhn simplex
 */
record SimplexFamily(BranchDomain domain, BernsteinDensity density, Interval unit) {}

/**
 * Normal numbers: distribution functions, and what pairs of them have in common, enclosed.
 *
 * <p>Nothing here knows of networks or statements. The one integral that all covariances come down
 * to has an error that is known before it is computed ({@link
 * surety.certificates.gaussian.BivariateNormal}).
 */
package surety.certificates.gaussian;

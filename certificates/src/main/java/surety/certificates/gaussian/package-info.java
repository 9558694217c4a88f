/**
 * Normal numbers: distribution functions, and what functions of pairs of them have in common,
 * enclosed.
 *
 * <p>Nothing here knows of networks or statements. The one integral that covariances of kinks come
 * down to has an error that is known before it is computed ({@link
 * surety.certificates.gaussian.BivariateNormal}); covariances of functions that bend are series
 * ({@link surety.certificates.gaussian.HermiteSeries}).
 */
package surety.certificates.gaussian;

/**
 * Bounds of means, variances and covariances of a network's outputs that need no proof tree: the
 * inputs are normal or mixtures of normals with any covariance, or bounded and independent, and the
 * kernel computes what it needs anew when it replays.
 *
 * <p>The paper behind it derives mean and variance of a network with one hidden layer of ReLUs; the
 * formulas are those of {@link surety.certificates.gaussian.BivariateNormal}, and of activations
 * that bend those of {@link surety.certificates.gaussian.HermiteSeries}.
 */
package surety.certificates.moment;

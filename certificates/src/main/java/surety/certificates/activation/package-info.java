/**
 * The scalar functions that networks apply to their neurons: for each one its value and slope as
 * enclosures, and the stretches on which it is straight, convex or concave. Everything that bounds
 * of a network need to know of an activation is here; the bounds themselves are not.
 */
package surety.certificates.activation;

/**
 * How laws are put together: worlds, each with the inputs as affine functions of coordinates and a
 * density of these, to which inputs are added one by one. Exact arithmetic only; no syntax.
 */
package surety.language.law;

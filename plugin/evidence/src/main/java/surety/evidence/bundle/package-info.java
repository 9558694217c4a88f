/** Archives with everything that a replay needs, the same byte for byte wherever they are made. */
package surety.evidence.bundle;

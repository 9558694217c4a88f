package surety.certificates.region;

import surety.certificates.arithmetic.Interval;

/** What a node of an enumeration's tree says. */
public sealed interface RegionRule {
  /** Both sides of the next kink have inner points: first the side below, then above. */
  record Branch() implements RegionRule {}

  /**
   * One side of the next kink has none.
   *
   * @param aboveIsEmpty which side is empty
   * @param proof that it is
   */
  record Fixed(boolean aboveIsEmpty, FarkasCombination proof) implements RegionRule {}

  /**
   * All neurons are decided.
   *
   * @param point strictly inside
   * @param probability the claimed bounds
   */
  record Leaf(RationalPoint point, Interval probability) implements RegionRule {}

  /** Not worked out: the certificate is incomplete. */
  record Hole() implements RegionRule {}
}

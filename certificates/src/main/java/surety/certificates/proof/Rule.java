package surety.certificates.proof;

/** What a proof tree says of one cell: how it is cut, or that it is a leaf. */
public sealed interface Rule
    permits BoxSplit, KnotSplit, Triangulation, EdgeSplit, BoxLeaf, SimplexLeaf, Hole {}

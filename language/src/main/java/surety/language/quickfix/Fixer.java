package surety.language.quickfix;

import java.util.List;

/** Finds the ways out of one kind of message. */
sealed interface Fixer
    permits BandwidthFixer,
        CaseFixer,
        ChainFixer,
        CovarianceFixer,
        EqualityFixer,
        EventFixer,
        ExpectationFixer,
        FileNameFixer,
        FreshNameFixer,
        GridFixer,
        GroupFixer,
        HistogramFixer,
        IntervalFixer,
        LimitFixer,
        MissingInputFixer,
        MissingSignFixer,
        NameCountFixer,
        NearestNameFixer,
        OrderFixer,
        ParameterFixer,
        PlacementFixer,
        PolynomialFixer,
        QueryFixer,
        ReferenceFixer,
        RepetitionFixer,
        SemanticsFixer,
        SignFixer,
        UnitFixer,
        UnnamedNetworkFixer,
        WeightFixer,
        WordFixer {
  /** The fixes of a message, the likeliest first; none if the way out is not obvious. */
  List<QuickFix> fixes(Place place);
}

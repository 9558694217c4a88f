package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherFamiliesTest {
  /** A claim about another distribution would be another claim. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "LogNorm",
        "weibull_min",
        "WeibullMax",
        "ExponWeib",
        "LogLogistic",
        "GenPareto",
        "Arcsine",
        "Gumbel",
        "tnorm",
        "truncnorm",
        "Chi2",
        "ChiSquared",
        "Dirichlet",
        "NegativeBinomial",
        "SkewNormal",
        "HalfNormal",
        "MultivariateNormal",
        "MvNormal",
        "LogUniform",
        "DiscreteUniform",
        "IntUniform",
        "InverseGamma",
        "InvGamma",
        "LogGamma",
        "BetaPrime",
        "BetaBinomial",
        "Dirac",
        "HyperExponential",
        "expon"
      })
  void isNeverTakenForOneThatIsHere(String word) {
    assertEquals(Optional.empty(), OtherFamilies.meant(word));
    assertFalse(OtherFamilies.notYet(word).orElseThrow().isBlank());
  }

  /** Also what is in no list: a family's name with something before or behind it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "XNormal",
        "NormalX",
        "Normal2",
        "PGamma",
        "Beta4",
        "ParetoII",
        "XLaplace",
        "Weibull3",
        "HalfCauchy",
        "Dagum",
        "N",
        ""
      })
  void isNotGuessed(String word) {
    assertEquals(Optional.empty(), OtherFamilies.meant(word));
  }

  @ParameterizedTest
  @CsvSource({
    "Gauss, NORMAL",
    "gaussian, NORMAL",
    "norm, NORMAL",
    "Exp, EXPONENTIAL",
    "Triangle, TRIANGULAR",
    "normal, NORMAL",
    "Norml, NORMAL",
    "Nomral, NORMAL",
    "Unifrom, UNIFORM",
    "UNIFORM, UNIFORM",
    "gama, GAMMA",
    "Exponentail, EXPONENTIAL",
    "Polynom, POLYNOMIAL",
    "Truncated_Normal, TRUNCATED_NORMAL",
    "TruncNormal, TRUNCATED_NORMAL",
    "TNormal, TRUNCATED_NORMAL",
    "TruncatedNormla, TRUNCATED_NORMAL",
    "Lognormal, LOG_NORMAL",
    "log_normal, LOG_NORMAL",
    "LNormal, LOG_NORMAL",
    "lnorm, LOG_NORMAL",
    "Wiebull, WEIBULL",
    "Student_t, STUDENT_T",
    "Student, STUDENT_T",
    "t, STUDENT_T",
    "Lorentz, CAUCHY",
    "Cauchi, CAUCHY",
    "logistic, LOGISTIC",
    "DoubleExponential, LAPLACE",
    "La_Place, LAPLACE",
    "Paretto, PARETO",
    "histogramm, "
  })
  void synonymsAndSlipsAreKnown(String word, Family family) {
    assertEquals(Optional.ofNullable(family), OtherFamilies.meant(word));
    assertTrue(OtherFamilies.notYet(word).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHereIsNotCalledUnsupported(Family family) {
    assertTrue(OtherFamilies.notYet(family.word()).isEmpty());
    assertEquals(Optional.of(family), OtherFamilies.meant(family.word()));
  }
}

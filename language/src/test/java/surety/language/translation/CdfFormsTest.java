package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.Samples;

class CdfFormsTest {
  @TempDir private Path folder;

  @Test
  void oneTwoAndThreeSumsWithAndWithoutACondition() {
    assertEquals(
        List.of(
            "cdf(form) at 100 points",
            "cdf(form | condition) at 100 points",
            "cdf(form1, form2) at 20 x 20 points",
            "cdf(form1, form2 | condition) at 20 x 20 points",
            "cdf(form1, form2, form3) at 10 x 10 x 10 points",
            "cdf(form1, form2, form3 | condition) at 10 x 10 x 10 points"),
        CdfForms.all().stream().map(CdfForms.Form::usage).toList());
  }

  /** What is proposed is right as soon as its places are filled in. */
  @Test
  void eachIsUnderstood() throws IOException {
    for (CdfForms.Form form : CdfForms.all()) {
      String written =
          form.snippet()
              .replaceAll("\\$\\{[0-9]:condition\\}", "c > d")
              .replaceAll("\\$\\{[0-9]:form1?\\}", "c")
              .replaceAll("\\$\\{[0-9]:form2\\}", "d")
              .replaceAll("\\$\\{[0-9]:form3\\}", "c - d")
              .replaceAll("\\$\\{[0-9]:([0-9]+)\\}", "$1");
      assertFalse(written.contains("$"), written);
      assertEquals(
          List.of(),
          new Samples(folder).messages(Samples.claim("query q: " + written + " under D;")));
    }
  }

  @Test
  void theOneThatIsWrittenIsFound() {
    for (int k = 0; k < 6; k++) {
      CdfForms.Form form = CdfForms.all().get(k);
      int forms = form.parameters().size() - (form.hasCondition() ? 1 : 0);
      assertEquals(k, CdfForms.index(forms - 1, form.hasCondition()));
    }
    assertEquals(4, CdfForms.index(7, false));
  }
}

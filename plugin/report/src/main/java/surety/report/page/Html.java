package surety.report.page;

import surety.language.display.Svg;

/**
 * Words that somebody else wrote, as part of a page: they look as they were written, and do
 * nothing.
 */
final class Html {
  private Html() {}

  /** Between tags and in attributes with either kind of quotation mark. */
  static String escaped(String words) {
    return Svg.escaped(words).replace("\"", "&quot;").replace("'", "&#39;");
  }

  /**
   * Between tags, kept to itself: characters that turn the direction of writing turn nothing of
   * what stands around.
   */
  static String isolated(String words) {
    return "<bdi>" + escaped(words) + "</bdi>";
  }

  /** As code, likewise. */
  static String code(String words) {
    return "<code dir=\"ltr\">" + isolated(words) + "</code>";
  }
}

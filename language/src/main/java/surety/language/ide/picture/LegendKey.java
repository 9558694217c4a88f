package surety.language.ide.picture;

/**
 * What lines of one look mean.
 *
 * @param attributes of the line, in SVG
 */
record LegendKey(String words, String attributes) {}

package surety.eclipse.text;

/** Each letter is 10 pixels wide, in program text 8; a line is 20 high. */
public final class PlainRuler implements Ruler {
  public static final int LINE = 20;

  @Override
  public int width(String words) {
    return 10 * words.length();
  }

  @Override
  public int widthOfCode() {
    return 8;
  }

  @Override
  public int lineHeight() {
    return LINE;
  }
}

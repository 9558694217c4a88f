package surety.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import surety.language.translation.ThreadCounts;

/** How many threads work. */
final class ThreadsConverter implements ITypeConverter<Integer> {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  @Override
  public Integer convert(String text) {
    if (NUMBER.matcher(text).matches()) {
      int threads = Integer.parseInt(text);
      if (threads >= 1 && threads <= ThreadCounts.MOST) {
        return threads;
      }
    }
    throw new TypeConversionException(text + " is not between 1 and " + ThreadCounts.MOST);
  }
}

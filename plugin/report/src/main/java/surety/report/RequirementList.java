package surety.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import surety.language.storage.FileReasons;

/**
 * The list of a project's requirements: a CSV file with a header that has the columns {@code id}
 * and {@code title}, in any order and among others. Comma-separated, UTF-8, cells in quotation
 * marks where they have to be.
 */
public final class RequirementList {
  /** More is no list that somebody keeps by hand. */
  private static final int MOST_BYTES = 16 << 20;

  private static final String EXAMPLE = "the first line has to be 'id,title'";

  private final String name;
  private final Map<String, Integer> rows = new HashMap<>();
  private final List<ListedRequirement> found = new ArrayList<>();

  private RequirementList(String name) {
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @throws RequirementListException if there is anything in it that cannot be understood
   */
  public static List<ListedRequirement> read(Path file) throws RequirementListException {
    RequirementList list = new RequirementList(file.toString());
    list.parse(list.text(file));
    return List.copyOf(list.found);
  }

  private String text(Path file) throws RequirementListException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new RequirementListException(
          name + ": " + (Files.isDirectory(file) ? "this is a folder" : FileReasons.of(e)));
    }
    if (bytes.length > MOST_BYTES) {
      throw new RequirementListException(
          name + " is larger than " + (MOST_BYTES >> 20) + " MB; is it a list of requirements?");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RequirementListException(name + " is not UTF-8 text; save it as 'CSV UTF-8'");
    }
  }

  private void parse(String text) throws RequirementListException {
    CsvMapper mapper =
        CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();
    try (MappingIterator<String[]> lines = mapper.readerFor(String[].class).readValues(text)) {
      if (!lines.hasNextValue()) {
        throw new RequirementListException(name + " is empty; " + EXAMPLE);
      }
      List<String> header =
          Arrays.stream(lines.nextValue()).map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
      int id = column(header, "id");
      int title = column(header, "title");
      for (int row = 2; lines.hasNextValue(); row++) {
        add(row, header.size(), lines.nextValue(), id, title);
      }
    } catch (JsonProcessingException e) {
      throw new RequirementListException(
          name + ":" + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new RequirementListException(name + ": " + FileReasons.of(e));
    }
  }

  private int column(List<String> header, String wanted) throws RequirementListException {
    int column = header.indexOf(wanted);
    if (column < 0) {
      throw new RequirementListException(
          name + " has no column '" + wanted + "'; " + EXAMPLE + ", with a comma between");
    }
    return column;
  }

  private void add(int row, int columns, String[] cells, int id, int title)
      throws RequirementListException {
    String where = name + ", row " + row;
    if (cells.length != columns) {
      throw new RequirementListException(
          where
              + " has "
              + cells.length
              + (cells.length == 1 ? " cell" : " cells")
              + ", but the header has "
              + columns
              + "; a title with a comma needs quotation marks");
    }
    String name = cells[id].strip();
    if (name.isEmpty()) {
      throw new RequirementListException(where + " has no id; each requirement needs one");
    }
    Integer before = rows.putIfAbsent(name, row);
    if (before != null) {
      throw new RequirementListException(
          where + " has the id '" + name + "' of row " + before + "; each needs one of its own");
    }
    found.add(new ListedRequirement(name, cells[title].strip()));
  }
}

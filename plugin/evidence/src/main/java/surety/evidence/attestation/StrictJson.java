package surety.evidence.attestation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.evidence.EvidenceException;

/**
 * JSON from somebody who may mean ill: UTF-8, one object and nothing behind it, no key twice, so
 * that two readers cannot understand it differently.
 */
final class StrictJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int LONGEST_QUOTE = 80;

  private StrictJson() {}

  /**
   * The object that a text is.
   *
   * @param what it is, for messages: {@code the envelope}
   */
  static ObjectNode object(byte[] text, String what) throws EvidenceException {
    try {
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
      if (MAPPER.readTree(decoded) instanceof ObjectNode object) {
        return object;
      }
      throw EvidenceException.invalid("%s is no JSON object", what);
    } catch (CharacterCodingException e) {
      throw EvidenceException.invalid("%s is not UTF-8 text", what);
    } catch (JsonProcessingException e) {
      throw EvidenceException.invalid("%s is no JSON: %s", what, brief(e.getOriginalMessage()));
    }
  }

  /** A text that has to be there. */
  static String text(JsonNode object, String key, String what) throws EvidenceException {
    return optionalText(object, key, what)
        .orElseThrow(() -> EvidenceException.invalid("%s has no text '%s'", what, key));
  }

  /** A text that may be missing, or null. */
  static Optional<String> optionalText(JsonNode object, String key, String what)
      throws EvidenceException {
    JsonNode found = object.path(key);
    if (found.isMissingNode() || found.isNull()) {
      return Optional.empty();
    }
    if (!found.isTextual()) {
      throw EvidenceException.invalid("'%s' of %s is no text", key, what);
    }
    return Optional.of(found.textValue());
  }

  /** An object that has to be there. */
  static ObjectNode inner(JsonNode object, String key, String what) throws EvidenceException {
    if (object.path(key) instanceof ObjectNode found) {
      return found;
    }
    throw EvidenceException.invalid("%s has no object '%s'", what, key);
  }

  /** Objects in a list that has to be there. */
  static List<ObjectNode> objects(JsonNode object, String key, String what)
      throws EvidenceException {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode element : list(object, key, what)) {
      if (!(element instanceof ObjectNode found)) {
        throw EvidenceException.invalid("'%s' of %s has an element that is no object", key, what);
      }
      objects.add(found);
    }
    return objects;
  }

  /** Texts in a list that has to be there. */
  static List<String> texts(JsonNode object, String key, String what) throws EvidenceException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(object, key, what)) {
      if (!element.isTextual()) {
        throw EvidenceException.invalid("'%s' of %s has an element that is no text", key, what);
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  private static JsonNode list(JsonNode object, String key, String what) throws EvidenceException {
    JsonNode found = object.path(key);
    if (!found.isArray()) {
      throw EvidenceException.invalid("%s has no list '%s'", what, key);
    }
    return found;
  }

  /** As much of a text from outside as a message has room for, without anything that moves it. */
  static String brief(String text) {
    String line = text.lines().findFirst().orElse("").replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
  }
}

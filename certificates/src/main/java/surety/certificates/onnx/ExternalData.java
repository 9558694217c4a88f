package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the data of a tensor lies that is not in the model's own file: in a stretch of another file
 * in the same folder.
 *
 * <p>Its name is a plain one. It leads nowhere else, so that no network reads what its author never
 * saw; and so the files of a network are moved and copied as they lie together.
 *
 * @param location the name of the file, unchecked
 * @param offset where the stretch begins, if the model says so, and else the file's beginning
 * @param length how many bytes it has, if the model says so, and else all that follow
 */
record ExternalData(String location, OptionalLong offset, OptionalLong length) {
  private static final int LONGEST_NAME = 255;

  /** The name of the file, if it is a plain one. */
  Optional<String> plainName() {
    boolean isPlain =
        !location.isEmpty()
            && location.length() <= LONGEST_NAME
            && !location.equals(".")
            && !location.equals("..")
            && location.chars().noneMatch(c -> "/\\:".indexOf(c) >= 0 || Character.isISOControl(c));
    return isPlain ? Optional.of(location) : Optional.empty();
  }

  /**
   * The bytes.
   *
   * @param files the contents of the files by name
   * @throws NetworkFormatException if there is no such file, or it is too short
   */
  ByteBuffer in(Map<String, byte[]> files) throws NetworkFormatException {
    if (plainName().isEmpty()) {
      throw new NetworkFormatException(
          "its data is in another file, %s, and only files in the folder of the model are read, by"
              + " their plain names; save the model with its weights inside (onnx.save with"
              + " save_as_external_data=False)",
          quote(location));
    }
    byte[] file = files.get(location);
    if (file == null) {
      throw new NetworkFormatException(
          "its data is in the file %s, which is not given; put it beside the model",
          quote(location));
    }
    long from = offset.orElse(0);
    long size = length.orElse(file.length - from);
    if (from < 0 || from > file.length || size < 0 || size > file.length - from) {
      throw new NetworkFormatException(
          "its data are %d bytes from byte %d of the file %s, which has %d; copy the file again",
          size, from, quote(location), file.length);
    }
    return ByteBuffer.wrap(file, (int) from, (int) size).slice().asReadOnlyBuffer();
  }
}

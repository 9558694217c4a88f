package surety.language.translation;

import java.nio.file.Path;

/**
 * What a specification needs to know of a network file.
 *
 * @param file where it is
 * @param inputs how many inputs the network has
 * @param outputs how many outputs the network has
 * @param digest SHA-256 of the file, 64 lower-case hexadecimal digits
 * @param outline its layers
 */
public record NetworkFile(
    Path file, int inputs, int outputs, String digest, NetworkOutline outline) {}

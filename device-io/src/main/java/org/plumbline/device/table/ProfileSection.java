package org.plumbline.device.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Keys and values of one part of a profile, read with messages that name file, line, column, what
 * was found and what is allowed.
 */
final class ProfileSection {
  private final String file;
  private final String title;
  private final YamlNode.Mapping mapping;

  private ProfileSection(String file, String title, YamlNode.Mapping mapping) {
    this.file = file;
    this.title = title;
    this.mapping = mapping;
  }

  /** The part {@code title}, which may hold {@code allowed} and no other key. */
  static ProfileSection of(String file, String title, YamlNode node, String... allowed)
      throws IOException {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      throw complaint(
          file,
          node,
          title
              + " needs keys with values ("
              + String.join(", ", allowed)
              + "), found "
              + node.kind());
    }
    for (var entry : mapping.entries().entrySet()) {
      if (!Arrays.asList(allowed).contains(entry.getKey())) {
        throw complaint(
            file,
            entry.getValue().keyAt(),
            "unknown key "
                + Place.quoted(entry.getKey())
                + " in "
                + title
                + "; allowed: "
                + String.join(", ", allowed));
      }
    }
    return new ProfileSection(file, title, mapping);
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  Optional<YamlNode> node(String key) {
    return Optional.ofNullable(mapping.entries().get(key)).map(YamlNode.Entry::value);
  }

  YamlNode requiredNode(String key) throws IOException {
    return node(key).orElseThrow(() -> complaint(mapping, title + " needs the key " + key));
  }

  ProfileSection section(String key, String... allowed) throws IOException {
    return of(file, key, requiredNode(key), allowed);
  }

  String text(String key) throws IOException {
    return scalar(key, requiredNode(key)).text();
  }

  String text(String key, String fallback) throws IOException {
    Optional<YamlNode> node = node(key);
    return node.isPresent() ? scalar(key, node.get()).text() : fallback;
  }

  OptionalDouble number(String key) throws IOException {
    Optional<YamlNode> node = node(key);
    return node.isPresent() ? OptionalDouble.of(number(key, node.get())) : OptionalDouble.empty();
  }

  double number(String key, YamlNode node) throws IOException {
    String text = scalar(key, node).text();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    double value = new DecimalCells('.').parseDouble(bytes, 0, bytes.length);
    if (!Double.isFinite(value)) {
      throw complaint(node, key + " must be a number such as 0.5, found " + Place.quoted(text));
    }
    return value;
  }

  OptionalLong whole(String key) throws IOException {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      return OptionalLong.empty();
    }
    String text = scalar(key, node.get()).text();
    if (text.matches("2\\^[1-9][0-9]?") && Integer.parseInt(text.substring(2)) < 63) {
      return OptionalLong.of(1L << Integer.parseInt(text.substring(2)));
    }
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw complaint(
          node.get(),
          key + " must be a whole number such as 65536 or 2^16, found " + Place.quoted(text));
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  int wholeInt(String key, int fallback, int most) throws IOException {
    long value = whole(key).orElse(fallback);
    if (value > most) {
      throw complaint(requiredNode(key), key + ": " + value + " is more than " + most);
    }
    return (int) value;
  }

  boolean flag(String key, boolean fallback) throws IOException {
    String text = text(key, String.valueOf(fallback));
    if (!text.equals("true") && !text.equals("false")) {
      throw complaint(
          requiredNode(key), key + " must be true or false, found " + Place.quoted(text));
    }
    return text.equals("true");
  }

  List<YamlNode> items(String key) throws IOException {
    YamlNode node = requiredNode(key);
    if (node instanceof YamlNode.Sequence sequence && !sequence.items().isEmpty()) {
      return sequence.items();
    }
    throw complaint(node, key + " must be a list of at least one entry, found " + node.kind());
  }

  YamlNode.Scalar scalar(String key, YamlNode node) throws IOException {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar;
    }
    throw complaint(node, key + " must be a single value, found " + node.kind());
  }

  ColumnRef column(String key, YamlNode node) throws IOException {
    YamlNode.Scalar scalar = scalar(key, node);
    return checked(
        node,
        s -> scalar.bareNumber() ? ColumnRef.Numbered.parse(s) : new ColumnRef.Named(s.strip()),
        scalar.text());
  }

  /** {@code made.apply(input)}; what it finds impossible is a complaint about {@code node}. */
  <A, B> B checked(YamlNode node, Function<A, B> made, A input) throws IOException {
    try {
      return made.apply(input);
    } catch (IllegalArgumentException impossible) {
      throw complaint(node, String.valueOf(impossible.getMessage()));
    }
  }

  YamlNode.Mapping mapping() {
    return mapping;
  }

  String file() {
    return file;
  }

  IOException complaint(YamlNode node, String sentence) {
    return complaint(file, node, sentence);
  }

  static IOException complaint(String file, YamlNode node, String sentence) {
    return complaint(file, node.at(), sentence);
  }

  private static IOException complaint(String file, YamlNode.Mark at, String sentence) {
    return new IOException(new Place(file, at.line(), at.column(), "") + ": " + sentence + ".");
  }
}

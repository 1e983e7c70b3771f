package org.plumbline.analyzer.exercise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.analyzer.text.Texts;

/** The protocols that Plumbline knows, read from YAML. */
public final class ProtocolCatalog {
  private static final List<String> BUILT_IN =
      List.of("banded-against-unbanded", "burn-out", "pre-fatigue", "three-by-ten");

  private final SortedMap<String, PlannedSets> protocols;

  private ProtocolCatalog(SortedMap<String, PlannedSets> protocols) {
    this.protocols = Collections.unmodifiableSortedMap(protocols);
  }

  /** The protocols that come with the program. */
  public static ProtocolCatalog builtIn() {
    ExerciseCatalog exercises = ExerciseCatalog.builtIn();
    SortedMap<String, PlannedSets> protocols = new TreeMap<>();
    for (String id : BUILT_IN) {
      String resource = "protocols/" + id + ".yaml";
      try (InputStream stream = ProtocolCatalog.class.getResourceAsStream(resource)) {
        if (stream == null) {
          throw new IllegalStateException(resource + " is not on the class path");
        }
        String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        protocols.put(id, parse(yaml, resource, exercises));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ProtocolCatalog(protocols);
  }

  /**
   * A protocol from YAML.
   *
   * @param where names the file in an error
   * @param exercises that its blocks may name
   * @throws IllegalArgumentException when it is none: what, in which line and column
   */
  public static PlannedSets parse(String yaml, String where, ExerciseCatalog exercises) {
    return ProtocolReader.read(where, yaml, exercises);
  }

  /**
   * These protocols and those that come with the program.
   *
   * @param more by the name of its file
   * @throws IllegalArgumentException when an id is taken already, naming the files
   */
  public ProtocolCatalog with(Map<String, PlannedSets> more) {
    return new ProtocolCatalog(
        OwnFiles.beside(protocols, more, one -> one.protocol().id(), "protocol"));
  }

  /** Ids, sorted. */
  public List<String> ids() {
    return new ArrayList<>(protocols.keySet());
  }

  /**
   * The protocol with this id.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public PlannedSets get(String id) {
    PlannedSets found = protocols.get(id);
    if (found == null) {
      throw new IllegalArgumentException(
          Texts.get("protocol.unknown", id, String.join(", ", protocols.keySet())));
    }
    return found;
  }
}

package org.plumbline.analyzer.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.analyzer.text.Texts;

/**
 * Blocks of sets in the order in which they are done.
 *
 * @param id e.g. {@code three-by-ten}
 * @param name for people
 * @param notes for whoever leads the session
 * @param comparisons blocks that are held side by side afterwards
 */
public record Protocol(
    String id, String name, List<String> notes, List<Block> blocks, List<Pair> comparisons) {

  /** A session of an hour has fewer. */
  private static final int MOST_SETS = 60;

  public Protocol {
    requireId(id);
    notes = List.copyOf(notes);
    blocks = List.copyOf(blocks);
    comparisons = List.copyOf(comparisons);
    Set<String> ids = new HashSet<>();
    for (Block block : blocks) {
      if (!ids.add(block.id())) {
        throw new IllegalArgumentException(Texts.get("protocol.twice", block.id()));
      }
    }
    int sets = blocks.stream().mapToInt(Block::sets).sum();
    if (sets < 1 || sets > MOST_SETS) {
      throw new IllegalArgumentException(Texts.get("protocol.sets", sets, MOST_SETS));
    }
    for (Pair pair : comparisons) {
      for (String block : List.of(pair.first(), pair.second())) {
        if (!ids.contains(block)) {
          throw new IllegalArgumentException(Texts.get("protocol.no-block", block));
        }
      }
    }
  }

  private static void requireId(String id) {
    if (!id.matches("[a-z0-9-]{1,40}")) {
      throw new IllegalArgumentException(Texts.get("protocol.id", id));
    }
  }

  /**
   * Sets that are done alike.
   *
   * @param exercise its id
   * @param variant id of its variant; empty where the exercise is done as usual
   * @param sets how many, 1 to 20
   * @param repetitions in each, 1 to 200
   * @param restSeconds from the end of each set to the next one, at most an hour
   */
  public record Block(
      String id,
      String name,
      String exercise,
      Optional<String> variant,
      int sets,
      int repetitions,
      double restSeconds,
      FeedbackSchedule feedback) {
    public Block {
      requireId(id);
      if (sets < 1 || sets > 20 || repetitions < 1 || repetitions > 200) {
        throw new IllegalArgumentException(Texts.get("protocol.size", sets, repetitions));
      }
      if (!(restSeconds >= 0 && restSeconds <= 3600)) {
        throw new IllegalArgumentException(Texts.get("protocol.rest", restSeconds));
      }
    }
  }

  /** Two blocks side by side, by their ids. */
  public record Pair(String first, String second) {
    public Pair {
      if (first.equals(second)) {
        throw new IllegalArgumentException(Texts.get("protocol.itself", first));
      }
    }
  }

  /**
   * Where a set stands.
   *
   * @param set within the block, from 1
   * @param number among all planned sets, from 1
   */
  public record Place(Block block, int set, int number) {}

  /** How many sets are planned. */
  public int sets() {
    return blocks.stream().mapToInt(Block::sets).sum();
  }

  /** The set with this number, from 1; empty beyond the last one. */
  public Optional<Place> place(int number) {
    int left = number;
    for (Block block : blocks) {
      if (left <= block.sets()) {
        return Optional.of(new Place(block, left, number));
      }
      left -= block.sets();
    }
    return Optional.empty();
  }

  /** The last block: what is done beyond the plan is done like it. */
  public Block last() {
    return blocks.get(blocks.size() - 1);
  }
}

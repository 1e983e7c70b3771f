package org.plumbline.tools.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.SetUpGuide;
import org.plumbline.tools.run.SetUpGuide.Stage;
import org.plumbline.tools.run.SetUpGuide.State;
import org.plumbline.tools.run.SetUpWords;

/** The set-up on a terminal: says what comes next, and takes Enter, r and s. */
final class SetUpPrompts implements Consumer<State> {
  private static final State NOTHING =
      new State(Stage.SENSORS, SetUpStep.END, 0, 0, Optional.empty(), false, false, List.of());

  private final PrintWriter out;
  private State before = NOTHING;

  SetUpPrompts(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void accept(State state) {
    boolean only = sameButSilence(state);
    before = state;
    SetUpWords.silence(state.silent(), state.stage() == Stage.OVER).ifPresent(out::println);
    if (only) {
      out.flush();
      return;
    }
    switch (state.stage()) {
      case SENSORS -> out.println(Texts.get("cli.setup.sensors"));
      case READY -> {
        out.println();
        out.println(
            Texts.get(
                state.again() ? "cli.setup.again" : "cli.setup.next",
                state.number(),
                state.total(),
                SetUpWords.prompt(state.step())));
        out.println(Texts.get(state.repeatable() ? "cli.setup.keys.repeat" : "cli.setup.keys"));
      }
      case MOVING -> out.println(Texts.get("cli.setup.moving"));
      case WAITING -> {
        return;
      }
      case DONE -> {
        out.println();
        out.println(Texts.get(state.total() == 0 ? "cli.setup.nothing" : "cli.setup.done"));
      }
      case OVER -> out.println(Texts.get("cli.setup.over"));
    }
    out.flush();
  }

  /** Whether nothing is to be said but who is silent. */
  private boolean sameButSilence(State state) {
    return before.equals(
        new State(
            state.stage(),
            state.step(),
            state.number(),
            state.total(),
            state.told(),
            state.again(),
            state.repeatable(),
            before.silent()));
  }

  /**
   * Reads keys until the set-up is over, and hands the keyboard on. What is no key of the set-up
   * does nothing.
   *
   * @param noKeys called when there are none to come
   * @param afterwards reads on when the set-up is over; nothing where nobody may ask
   */
  static void listen(
      InputStream keyboard,
      SetUpGuide guide,
      Runnable noKeys,
      Optional<Consumer<BufferedReader>> afterwards) {
    Thread thread = new Thread(() -> read(keyboard, guide, noKeys, afterwards), "set-up keys");
    thread.setDaemon(true);
    thread.start();
  }

  private static void read(
      InputStream keyboard,
      SetUpGuide guide,
      Runnable noKeys,
      Optional<Consumer<BufferedReader>> afterwards) {
    BufferedReader keys =
        new BufferedReader(new InputStreamReader(keyboard, Charset.defaultCharset()));
    try {
      while (guide.state().stage() != Stage.OVER) {
        String line = keys.readLine();
        if (line == null) {
          noKeys.run();
          return;
        }
        switch (line.strip()) {
          case "r" -> guide.repeat();
          case "s" -> guide.skip();
          case "" -> guide.go();
          default -> {
            // A slip of the finger must not begin or end a step.
          }
        }
      }
      afterwards.ifPresent(next -> next.accept(keys));
    } catch (IOException e) {
      noKeys.run();
    }
  }
}

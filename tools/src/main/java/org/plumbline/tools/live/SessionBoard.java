package org.plumbline.tools.live;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plumbline.analyzer.protocol.Protocol;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.result.LiveState;
import org.plumbline.analyzer.result.LiveState.Level;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.tools.run.VerdictWords;

/**
 * Turns what happens into a {@link SessionView}. One thread writes ({@link #accept}, {@link
 * #notice}, {@link #live}), any thread reads {@link #view}.
 */
public final class SessionBoard {
  private String subject = "";
  private boolean synthetic;
  private String exercise = "";
  private int set;
  private SessionView.Phase phase = SessionView.Phase.WAITING;
  private List<RepetitionResult> repetitions = List.of();
  private List<Finding> findings = List.of();
  private Optional<String> problem = Optional.empty();
  private Optional<SetUpStep> setUp = Optional.empty();
  private Optional<Notice.SetUpStepDone> setUpOutcome = Optional.empty();
  private Optional<Protocol.Place> planned = Optional.empty();
  private boolean rests;
  private LiveState live = SessionView.empty().live();
  private final Map<String, Double> scales = new TreeMap<>();

  private volatile SessionView view = SessionView.empty();

  /** What to show now. */
  public SessionView view() {
    return view;
  }

  /** Takes the next event of the log. */
  public void accept(SessionEvent event) {
    if (event instanceof Started started) {
      subject = started.subject();
    } else if (event instanceof Described described) {
      synthetic |= described.stream().origin() == Origin.SYNTHETIC;
    } else if (event instanceof Operator operator) {
      operated(operator);
    } else if (event instanceof Ended) {
      phase = SessionView.Phase.ENDED;
    } else {
      return;
    }
    publish();
  }

  private void operated(Operator operator) {
    switch (operator.action()) {
      case PAIN_STOP -> phase = SessionView.Phase.PAIN_STOPPED;
      case SET_START -> setUp = Optional.empty();
      case SETUP -> {
        setUp = SetUpStep.parse(operator.note()).filter(step -> step != SetUpStep.END);
        if (setUp.isPresent()) {
          phase = SessionView.Phase.SETTING_UP;
        } else if (phase == SessionView.Phase.SETTING_UP) {
          phase = set == 0 ? SessionView.Phase.WAITING : SessionView.Phase.PAUSED;
        }
      }
      default -> {
        // The others change nothing on the screen.
      }
    }
  }

  /** Takes a notice of the analyzer. */
  public void notice(Notice notice) {
    if (notice instanceof Notice.SetUpStepDone done) {
      if (done.step() != SetUpStep.REST) {
        setUpOutcome = Optional.of(done);
      }
    } else if (notice instanceof Notice.SetStarted && setUp.isPresent()) {
      return; // what came before the set-up was no set
    } else if (notice instanceof Notice.SetStarted started) {
      set = started.set();
      exercise = started.exercise();
      planned = started.planned();
      rests = false;
      phase = SessionView.Phase.RUNNING;
      repetitions = List.of();
      findings = List.of();
    } else if (notice instanceof Notice.SetEnded ended) {
      // A set in which nothing was counted is still to be done.
      rests = ended.repetitions() > 0;
      if (phase == SessionView.Phase.RUNNING) {
        phase = SessionView.Phase.PAUSED;
      }
    } else if (notice instanceof Notice.RepetitionJudged judged) {
      put(judged.told() ? judged.repetition() : judged.repetition().counted());
    } else if (notice instanceof Notice.RepetitionRevised revised) {
      put(revised.told() ? revised.repetition() : revised.repetition().counted());
    } else if (notice instanceof Notice.RepetitionsStruck) {
      repetitions = List.of();
      findings = List.of();
    } else if (notice instanceof Notice.FeedbackGiven given) {
      put(given.repetition());
    } else if (notice instanceof Notice.FindingRaised raised && raised.told()) {
      Finding finding = raised.finding();
      findings =
          with(
              findings,
              finding,
              old -> old.rule().equals(finding.rule()) && old.side() == finding.side());
    } else if (notice instanceof Notice.SensorProblem sensor) {
      problem = Optional.of(words(sensor));
    }
    publish();
  }

  /** What is wrong with one of several electrodes names it. */
  private static String words(Notice.SensorProblem sensor) {
    String effect = sensor.health().effect();
    return sensor.placement().contains(", ")
        ? effect
        : Texts.get("window.problem", VerdictWords.place(sensor.placement()), effect);
  }

  /** Takes lights and levels of this moment. */
  public void live(LiveState state) {
    live = state;
    for (Level level : state.levels()) {
      if (Double.isFinite(level.value())) {
        scales.merge(level.unit(), fullScale(level), Math::max);
      }
    }
    publish();
  }

  private void put(RepetitionResult repetition) {
    List<RepetitionResult> others =
        with(repetitions, repetition, old -> old.index() == repetition.index());
    // One that is told again comes last, and belongs where it was.
    repetitions = others.stream().sorted(Comparator.comparingInt(RepetitionResult::index)).toList();
  }

  /** A new list with {@code next} at its end and without what it replaces. */
  private static <T> List<T> with(List<T> list, T next, Predicate<T> replaced) {
    return Stream.concat(list.stream().filter(replaced.negate()), Stream.of(next)).toList();
  }

  /** Per cent scales begin at 100 and grow in steps of 50; others follow the largest level seen. */
  private static double fullScale(Level level) {
    if (level.unit().startsWith("%")) {
      return Math.max(100, 50 * Math.ceil(level.value() / 50));
    }
    return level.value();
  }

  private void publish() {
    view =
        new SessionView(
            view.version() + 1,
            subject,
            synthetic,
            exercise,
            set,
            phase,
            repetitions,
            findings,
            problem,
            setUp,
            setUpOutcome,
            live,
            planned,
            rests,
            scales);
  }
}

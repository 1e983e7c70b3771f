package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.tools.run.SetUpGuide;

/** Keys during the set-up and after it. */
class SetUpPromptsTest {

  private static List<String> asked(String keys) throws InterruptedException {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    SetUpGuide guide =
        new SetUpGuide(SetUpGuide.Legs.SWINGS, (action, note) -> asked.add(note), state -> {});
    guide.begin();
    new SimulatedBody(Scenario.squat(1)).events().stream().limit(40).forEach(guide::event);
    CountDownLatch ended = new CountDownLatch(1);
    SetUpPrompts.listen(
        new ByteArrayInputStream(keys.getBytes(StandardCharsets.US_ASCII)),
        guide,
        ended::countDown,
        Optional.empty());
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    return asked;
  }

  @Test
  void enterBeginsAndEndsAStep() throws InterruptedException {
    assertThat(asked("\n\n")).containsExactly("rest", "stand", "rest");
  }

  @Test
  void whatIsNoKeyOfTheSetUpDoesNothing() throws InterruptedException {
    assertThat(asked("f\nhello\n")).containsExactly("rest");
  }

  @Test
  void whenTheSetUpIsOverTheKeyboardIsHandedOn() throws InterruptedException {
    SetUpGuide guide = new SetUpGuide(SetUpGuide.Legs.SWINGS, (action, note) -> {}, state -> {});
    guide.begin();
    guide.end();
    CountDownLatch told = new CountDownLatch(2);
    SetUpPrompts.listen(
        new ByteArrayInputStream("f\nx\nf\n".getBytes(StandardCharsets.US_ASCII)),
        guide,
        () -> {},
        Optional.of(keys -> FeedbackKeys.read(keys, told::countDown)));
    assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
  }
}

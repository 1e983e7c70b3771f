package org.plumbline.analyzer.exercise;

import static org.plumbline.device.log.Segment.FOOT;
import static org.plumbline.device.log.Segment.PELVIS;
import static org.plumbline.device.log.Segment.SHANK;
import static org.plumbline.device.log.Segment.THIGH;
import static org.plumbline.device.log.Segment.TRUNK;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;

/**
 * A figure that a rule may read: on which sides it is measured and what has to be worn for it.
 *
 * @param name as in results
 * @param midline whether there is one for the body and not one for each leg
 * @param segments that need a sensor; of paired ones that of the leg
 * @param muscles that need electrodes
 */
public record KnownMetric(
    String name, boolean midline, List<Segment> segments, List<Muscle> muscles) {

  private static final Map<String, KnownMetric> ALL = all();

  /** The metric with this name. */
  public static Optional<KnownMetric> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** Names of all of them, in the order of the documentation. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  private static Map<String, KnownMetric> all() {
    List<KnownMetric> all = new ArrayList<>();
    for (String name : List.of("kneeFlexionPeak", "kneeFlexionRange", "kneeMedialGap")) {
      all.add(leg(name, THIGH, SHANK));
    }
    all.add(leg("kneeFrontalDeviation", THIGH, SHANK));
    for (String place : List.of("AtTurn", "At30", "At45", "At60")) {
      for (String angle : List.of("kneeFrontal", "kneeRotation", "kneeFppa")) {
        all.add(leg(angle + place, THIGH, SHANK));
      }
    }
    for (String name :
        List.of(
            "hipExtensionRange", "hipAdductionPeak", "hipAbductionAtTurn", "hipRotationAtTurn")) {
      all.add(leg(name, PELVIS, THIGH));
    }
    all.add(leg("thighInclinationRange", THIGH));
    all.add(leg("thighFrontalRange", THIGH));
    all.add(leg("thighInwardTurnGap", THIGH));
    all.add(leg("shankInclinationRange", SHANK));
    all.add(leg("shankFrontalRange", SHANK));
    all.add(leg("shankInwardTurnGap", SHANK));
    all.add(leg("footInclinationRange", FOOT));
    all.add(leg("footFrontalRange", FOOT));
    all.add(leg("pelvicDrop", PELVIS));
    all.add(body("pelvicTilt", PELVIS));
    all.add(body("pelvicLeanOnTheWay", PELVIS));
    all.add(body("pelvicLeanFromStance", PELVIS));
    all.add(body("pelvicTiltFromStance", PELVIS));
    all.add(body("pelvicInclination", PELVIS));
    all.add(body("pelvicObliquity", PELVIS));
    all.add(body("pelvicRollBack", PELVIS));
    all.add(body("thighBeyondPelvicLean", PELVIS, THIGH));
    all.add(body("thighBeyondLeanFromStance", PELVIS, THIGH));
    all.add(body("lumbopelvicTilt", PELVIS, TRUNK));
    all.add(body("lumbarFlexion", PELVIS, TRUNK));
    all.add(body("trunkForwardLeanPeak", TRUNK));
    all.add(body("trunkForwardLeanChange", TRUNK));
    all.add(leg("trunkSideLean", TRUNK));
    muscle("gluteusMaximus", Muscle.GLUTEUS_MAXIMUS, all);
    muscle("hamstrings", Muscle.HAMSTRINGS, all);
    muscle("erectorSpinae", Muscle.ERECTOR_SPINAE, all);
    for (String name :
        List.of(
            "gluteToHamstringRatio", "gluteToHamstringRawRatio", "gluteHamstringCoContraction")) {
      all.add(emg(name, false, Muscle.GLUTEUS_MAXIMUS, Muscle.HAMSTRINGS));
    }
    all.add(emg("otherSideShare", false, Muscle.GLUTEUS_MAXIMUS));
    all.add(emg("gluteusMaximusAsymmetry", true, Muscle.GLUTEUS_MAXIMUS));
    all.add(emg("hamstringsAsymmetry", true, Muscle.HAMSTRINGS));
    for (String name :
        List.of("speedChange", "duration", "holdTime", "smoothness", "rangeAsymmetry")) {
      all.add(new KnownMetric(name, true, List.of(), List.of()));
    }
    Map<String, KnownMetric> byName = new LinkedHashMap<>();
    all.forEach(one -> byName.put(one.name(), one));
    return Collections.unmodifiableMap(byName);
  }

  private static void muscle(String group, Muscle muscle, List<KnownMetric> all) {
    for (String what :
        List.of(
            "Level",
            "RestLevel",
            "Onset",
            "MedianFrequency",
            "LnDimitrov",
            "FrequencyChange",
            "AmplitudeChange",
            "DimitrovChange")) {
      all.add(emg(group + what, false, muscle));
    }
  }

  private static KnownMetric leg(String name, Segment... segments) {
    return new KnownMetric(name, false, List.of(segments), List.of());
  }

  private static KnownMetric body(String name, Segment... segments) {
    return new KnownMetric(name, true, List.of(segments), List.of());
  }

  private static KnownMetric emg(String name, boolean midline, Muscle... muscles) {
    return new KnownMetric(name, midline, List.of(), List.of(muscles));
  }
}

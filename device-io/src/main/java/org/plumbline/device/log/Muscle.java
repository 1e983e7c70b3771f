package org.plumbline.device.log;

/** A muscle or muscle group under a pair of electrodes. */
public enum Muscle {
  GLUTEUS_MAXIMUS,
  GLUTEUS_MEDIUS,
  HAMSTRINGS,
  BICEPS_FEMORIS,
  SEMITENDINOSUS,
  RECTUS_FEMORIS,
  VASTUS_MEDIALIS,
  VASTUS_LATERALIS,
  ADDUCTORS,
  TENSOR_FASCIAE_LATAE,
  ERECTOR_SPINAE,
  RECTUS_ABDOMINIS,
  GASTROCNEMIUS,
  SOLEUS,
  TIBIALIS_ANTERIOR;

  /** Whether it is one of the hamstrings. */
  public boolean isHamstring() {
    return this == HAMSTRINGS || this == BICEPS_FEMORIS || this == SEMITENDINOSUS;
  }

  /** {@code "gluteus-maximus"}. */
  public String id() {
    return Location.idOf(this);
  }
}

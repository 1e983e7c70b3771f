package org.plumbline.device.session;

/**
 * What one link has delivered so far, for the screen and for metrics.
 *
 * @param frames data frames taken
 * @param samples samples in them
 * @param lost samples known to be missing
 * @param unknownLosses holes whose size is not known
 * @param rejected frames and fragments refused
 * @param segments times that a stream began anew
 * @param clockPpm how much slower the device's clock runs than the host's
 * @param lastDataNanos session time of the last data frame's arrival; -1 before the first
 */
public record LinkCounts(
    long frames,
    long samples,
    long lost,
    long unknownLosses,
    long rejected,
    long segments,
    double clockPpm,
    long lastDataNanos) {}

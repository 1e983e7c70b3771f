package org.plumbline.analyzer.quality;

/**
 * Why a rule does not answer.
 *
 * @param code stable, for programs: {@code missing-placement}
 * @param text for people: what is missing and what to do
 */
public record Reason(String code, String text) {}

package org.plumbline.device.table;

import java.util.List;

/**
 * What became of a table so far, so that whoever opened it can show that nothing was dropped
 * silently.
 *
 * @param ignoredColumns that the profile does not mention
 * @param declaredRateHz 0 when the profile leaves it to the time column
 * @param measuredRateHz in the first rows; 0 without a time column
 * @param rows that became samples
 * @param rejectedRows each of them a {@link org.plumbline.device.log.Rejected} in the log
 * @param passedOverLines comments and blank lines among the rows
 * @param lostRows that the counter or the time column say are missing
 * @param interrupted whether the file breaks off
 */
public record TableSummary(
    String file,
    String profile,
    List<String> ignoredColumns,
    double declaredRateHz,
    double measuredRateHz,
    long rows,
    long rejectedRows,
    long passedOverLines,
    long lostRows,
    boolean interrupted) {

  public TableSummary {
    ignoredColumns = List.copyOf(ignoredColumns);
  }
}

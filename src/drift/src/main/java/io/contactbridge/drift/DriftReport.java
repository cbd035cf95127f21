package io.contactbridge.drift;

import io.contactbridge.Crm;
import java.util.List;

/**
 * The result of one comparison.
 *
 * @param comparison which of the comparisons: {@code spec}, {@code docs}, {@code live} or {@code
 *     traffic}
 * @param before the first source, as the caller named it
 * @param after the second source
 * @param drifts the worst first, then in the order of their places
 * @param notes what qualifies the result, such as what could not be read, or how much was covered
 * @param checked how many facts were compared; a comparison that compared none has not run
 */
public record DriftReport(
    String comparison,
    Crm crm,
    String before,
    String after,
    List<Drift> drifts,
    List<String> notes,
    int checked) {}

package io.contactbridge.drift;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What vendors say when they refuse a request, and what that means; the first that fits counts. */
enum RefusalRule {
  AT_LEAST_ONE(
      "at least one of(?: the following| these)?:? (?<value>.+?)(?: (?:must|is|are|should)\\b.*)?$"),
  RENAMED(
      "(?:renamed(?: to)?|replaced (?:by|with)|did you mean|now called|use(?= \\S+ instead)) [\"'`]?(?<value>[A-Za-z_][A-Za-z0-9_]*)"),
  NOT_NULL("not be null|null is not|not nullable|is null\\b|non-null|got null"),
  UNKNOWN(
      "should not exist|not allowed|not permitted|unknown|unexpected|unrecogni[sz]ed|unpermitted"
          + "|additional propert|undefined|is not a (?:known |valid )?(?:property|field|parameter|attribute)"
          + "|no such (?:property|field)|not supported|no longer (?!than)"),
  ENUM(
      "(?:one of|allowed values|valid values|possible values|accepted values)"
          + "(?: are| is|:| the following(?: values)?:?)* *(?<value>.*)$|not included in the list|invalid enum"),
  MOST(
      "(?:shorter|not be longer|no longer|less|fewer|at most|no more|more than|not exceed|maximum|max|up to|too long|too many)"
          + "(?! or equal to \\d+ and).*?(?<value>\\d+)"),
  LEAST(
      "(?:longer|greater|at least|minimum|min|too short|too few|not be less|no less).*?(?<value>\\d+)"),
  PATTERN(
      "(?:match(?! format)|pattern|regular expression|regexp?)(?:[^/\"'`]*[/\"'`](?<value>.+)[/\"'`])?"),
  FORMAT(
      "\\b(?<value>uuid|e-?mail|ur[li]|iso ?-?8601|rfc ?-?3339|date-?time|timestamp|date|e\\.?164|phone number|ip address|ipv4|ipv6|hostname)\\b"
          + "(?! \\(?(?:string|number) is required)(?! is required)(?! should not)",
      "must|should|valid|expected|format"),
  TYPE(
      "(?:must|should|has to|needs to|expected)(?: to)? ?(?:be )?(?:of type |the type |type )?(?:an? )?[\"'`]?"
          + "(?<value>string|text|number|numeric|integer|int|whole number|boolean|bool|array|list|object)\\b"
          + "|is not (?:of type (?:an? )?|an? )(?<other>string|number|integer|boolean|array|list|object)\\b"),
  REQUIRED(
      "required|must be (?:present|provided|set|sent|given|specified|supplied)|missing|can'?t be blank"
          + "|(?:should|must|can)(?: ?not|'t) be (?:empty|blank)|not provided|must have|must include|must contain"),
  INVALID("invalid|not valid|malformed|bad value|cannot be parsed|unsupported|wrong");

  private final Pattern pattern;
  private final Pattern context;

  RefusalRule(String pattern) {
    this(pattern, "");
  }

  RefusalRule(String pattern, String context) {
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    this.context = Pattern.compile(context, Pattern.CASE_INSENSITIVE);
  }

  /**
   * What a sentence says.
   *
   * @param value what it says would be right; empty if it does not
   */
  record Match(RefusalRule rule, String value) {}

  static @Nullable Match match(String sentence) {
    for (RefusalRule rule : values()) {
      Matcher matcher = rule.pattern.matcher(sentence);
      if (matcher.find() && rule.context.matcher(sentence).find()) {
        return new Match(rule, rule.value(matcher));
      }
    }
    return null;
  }

  private String value(Matcher matcher) {
    String value = pattern.pattern().contains("?<value>") ? matcher.group("value") : null;
    if (value == null && this == TYPE) {
      value = matcher.group("other");
    }
    return value == null ? "" : value.strip();
  }
}

package io.contactbridge.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/**
 * An error that the specification documents for an operation; {@link DocumentedErrors} reads it.
 */
@Documented
@Repeatable(DocumentedError.All.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DocumentedError {
  /** The HTTP status. */
  int status();

  /** The model of the answer's body, or {@link Map} where the specification has no properties. */
  Class<?> body() default Map.class;

  /** All errors of one operation. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface All {
    DocumentedError[] value();
  }
}

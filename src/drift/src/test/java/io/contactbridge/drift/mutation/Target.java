package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A place of a body at which operators are applied.
 *
 * @param status whose body it is; empty for the request's
 * @param where what kind of place it is
 * @param path a JSON path
 * @param renamed what a vendor would call it next
 * @param use what the facade does with it
 * @param shape what stands there
 * @param prepare makes the place in a specification that lacks it, before the drift
 */
record Target(
    Crm crm,
    String status,
    Where where,
    String path,
    String renamed,
    Use use,
    Shape shape,
    Consumer<Spec> prepare) {
  /** The kinds of places that an operator is crossed with. */
  enum Where {
    TOP,
    NESTED,
    ITEM,
    REFERENCE,
    ERROR
  }

  /** What the facade does with a place, which decides what a drift there means. */
  enum Use {
    /** It writes a normalised field there, which it can clear. */
    SENT_AND_CLEARED(Level.BREAKS, Level.BREAKS),
    /** It writes a normalised field there. */
    SENT(Level.BREAKS, Level.BREAKS),
    /** Only callers who add what is not normalised write there. */
    ALSO(Level.MAY_BREAK, Level.MAY_BREAK),
    /** It reads a field there as text, and a number or a flag is as good as a text. */
    READ_AS_TEXT(Level.BREAKS, Level.MAY_BREAK),
    /** It reads there what must be of its type, such as the names of tags and the ids of fields. */
    READ(Level.BREAKS, Level.BREAKS),
    /** It does not look at it; users of the generated client may. */
    UNREAD(Level.MAY_BREAK, Level.MAY_BREAK),
    /** The class of the exception depends on it. */
    TELLS_FAULT(Level.BREAKS, Level.BREAKS),
    /** The same, under whatever name it stands. */
    TELLS_FAULT_ANYWHERE(Level.BREAKS, Level.BREAKS),
    /** It is passed on with the exception, whose class depends on the status. */
    WORDS(Level.MAY_BREAK, Level.MAY_BREAK);

    private final Level lost;
    private final Level retyped;

    Use(Level lost, Level retyped) {
      this.lost = lost;
      this.retyped = retyped;
    }

    /** Returns what it means that the place is gone. */
    Level lost() {
      return lost;
    }

    /** Returns what it means that the place has another name. */
    Level renamed() {
      return this == TELLS_FAULT_ANYWHERE ? Level.MAY_BREAK : lost;
    }

    /** Returns what it means that another scalar stands there. */
    Level retyped() {
      return retyped;
    }
  }

  /** What stands at a place. */
  enum Shape {
    TEXT,
    CHOICE,
    NUMBER,
    DATE
  }

  boolean isRequest() {
    return status.isEmpty();
  }

  boolean isAnswer() {
    return status.startsWith("2");
  }

  boolean isError() {
    return !isRequest() && !isAnswer();
  }

  boolean isNamed() {
    return !path.endsWith("[*]");
  }

  boolean isText() {
    return shape == Shape.TEXT;
  }

  String part() {
    return isRequest() ? "REQUEST_BODY" : "ANSWER_BODY";
  }

  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  String parentPath() {
    return path.substring(0, path.lastIndexOf('.'));
  }

  String sibling(String name) {
    return parentPath() + "." + name;
  }

  Map<String, Object> parent(Spec spec) {
    return spec.schema(status, parentPath());
  }

  Map<String, Object> siblings(Spec spec) {
    return Trees.child(parent(spec), "properties");
  }

  Map<String, Object> schema(Spec spec) {
    return spec.schema(status, path);
  }

  /** Returns where it is for people, such as {@code NESTED $.contact.title}. */
  @Override
  public String toString() {
    return where + " " + path + (isRequest() ? "" : " of " + status);
  }
}

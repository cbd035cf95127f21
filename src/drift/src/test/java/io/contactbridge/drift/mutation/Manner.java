package io.contactbridge.drift.mutation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How the answers of a vendor that has drifted differ from those that it gave before. */
interface Manner extends UnaryOperator<Reply> {
  /** That of a vendor of which only what it asks for has changed. */
  Manner SAME = reply -> reply;

  /** Changes the bodies of some answers. */
  static Manner bodies(Predicate<Reply> which, UnaryOperator<Object> edit) {
    return reply ->
        reply.isJson() && which.test(reply) ? reply.body(edit.apply(reply.body())) : reply;
  }

  /** Changes the values at a place in the answers that have it. */
  static Manner values(Target target, UnaryOperator<Object> edit) {
    return bodies(
        reply -> reply.isSuccess() == target.isAnswer(),
        body -> Trees.edit(body, target.path(), edit));
  }

  static Manner value(Target target, Object value) {
    return values(target, ignored -> value);
  }

  /** Gives a property another name. */
  static Manner renamed(Target target, String name) {
    return bodies(
        reply -> reply.isSuccess() == target.isAnswer(),
        body ->
            Trees.edit(
                body,
                target.parentPath(),
                parent -> parent instanceof Map ? renamed(parent, target.name(), name) : parent));
  }

  /** Puts a property beside another one. */
  static Manner beside(Target target, String name, Object value) {
    return bodies(
        reply -> reply.isSuccess() == target.isAnswer(),
        body ->
            Trees.edit(
                body,
                target.parentPath(),
                parent -> parent instanceof Map ? with(parent, name, value) : parent));
  }

  static Manner header(String name, String value) {
    return reply -> reply.header(name, value);
  }

  static Manner status(int from, int to) {
    return reply -> reply.status() == from ? reply.status(to) : reply;
  }

  private static Object renamed(Object parent, String from, String to) {
    Map<String, Object> copy = new LinkedHashMap<>(Trees.map(parent));
    Trees.rename(copy, from, to);
    return copy;
  }

  static Object with(Object parent, String name, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(Trees.map(parent));
    copy.put(name, value);
    return copy;
  }
}

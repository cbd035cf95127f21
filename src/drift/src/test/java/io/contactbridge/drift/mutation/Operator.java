package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One kind of change, at all the places where it is applied.
 *
 * @param <T> a place
 */
final class Operator<T> {
  private final String name;
  private final List<T> places;
  private final Function<T, Crm> crm;
  private BiConsumer<Spec, T> prepare = (spec, place) -> {};
  private BiConsumer<Spec, T> edit = (spec, place) -> {};
  private Function<T, Expected> expected;
  private Function<T, Manner> manner = place -> Manner.SAME;

  private Operator(String name, List<T> places, Function<T, Crm> crm) {
    this.name = name;
    this.places = places;
    this.crm = crm;
  }

  /** Starts with a change of bodies. */
  static Operator<Target> at(String name, Predicate<Target> places) {
    return new Operator<>(name, Targets.ALL.stream().filter(places).toList(), Target::crm);
  }

  /** Starts with a change of objects, of which each is named by the first of its properties. */
  static Operator<Target> atObjects(String name, Predicate<Target> places) {
    Set<String> seen = new HashSet<>();
    return at(
        name,
        target ->
            places.test(target) && seen.add(target.crm() + target.status() + target.parentPath()));
  }

  /** Starts with a change of the operation, once for each CRM. */
  static Operator<Crm> of(String name, Crm... crms) {
    return new Operator<>(
        name, crms.length == 0 ? Arrays.asList(Crm.values()) : List.of(crms), place -> place);
  }

  /** Makes what is to change, in a specification that lacks it. */
  Operator<T> given(BiConsumer<Spec, T> prepare) {
    this.prepare = prepare;
    return this;
  }

  Operator<T> edit(BiConsumer<Spec, T> edit) {
    this.edit = edit;
    return this;
  }

  Operator<T> expect(Function<T, Expected> expected) {
    this.expected = expected;
    return this;
  }

  Operator<T> answers(Function<T, Manner> manner) {
    this.manner = manner;
    return this;
  }

  String name() {
    return name;
  }

  Stream<Mutation> mutations() {
    return places.stream().map(this::mutation);
  }

  private Mutation mutation(T place) {
    return new Mutation(
        name,
        crm.apply(place),
        place instanceof Crm ? "the operation" : place.toString(),
        spec -> {
          if (place instanceof Target target) {
            target.prepare().accept(spec);
          }
          prepare.accept(spec, place);
        },
        spec -> edit.accept(spec, place),
        expected.apply(place),
        manner.apply(place));
  }
}

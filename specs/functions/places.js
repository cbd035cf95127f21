/** Every place that is named stands in x-places, and every place there is named. */
export default (document, _options, context) => {
  const places = document["x-places"] ?? {};
  const named = new Set();
  const results = [];
  const look = (value, path) => {
    if (value === null || typeof value !== "object") {
      return;
    }
    const place = value.place;
    if (path.some((step) => /^x-(source|claims|observed)$/.test(step)) && typeof place === "string") {
      named.add(place);
      if (!Object.hasOwn(places, place)) {
        results.push({ message: `there is no place ${place} in x-places`, path });
      }
    }
    Object.entries(value).forEach(([name, inner]) => look(inner, [...path, name]));
  };
  look(document, [...context.path]);
  Object.keys(places)
    .filter((place) => !named.has(place))
    .forEach((place) =>
      results.push({ message: `nothing names the place ${place}`, path: ["x-places", place] }),
    );
  return results;
};

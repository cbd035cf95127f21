const WORDS = {
  assumed: /\bAssumed\b/,
  contradictory: /\bThe page says\b[^]*\band\b/,
  observed: /\bObserved\b/,
  vendor: /\bvendor's\b/,
};

/** What is not on the page says so in the description, and what the description says is data too. */
export default (thing) => {
  if (typeof (thing.description ?? "") !== "string") {
    return []; // the claim of that name
  }
  // The words between quotes are the vendor's own, or explain these marks.
  const description = (thing.description ?? "").replace(/"[^"]*"/g, "");
  const known = [thing["x-source"], ...Object.values(thing["x-claims"] ?? {})].filter(Boolean);
  const results = [];
  const source = thing["x-source"]?.evidence;
  const said = thing["x-claims"]?.description?.evidence;
  for (const evidence of new Set([source, said, thing["x-claims"]?.keep?.evidence])) {
    if (evidence in WORDS && !WORDS[evidence].test(description)) {
      results.push({ message: `the evidence is ${evidence}, the description does not say so` });
    }
  }
  const cited = known.some((claim) => claim.place !== undefined && claim.evidence !== "observed");
  if (WORDS.vendor.test(description) && !cited) {
    results.push({ message: "the description cites the vendor, and no claim names the place" });
  }
  if (WORDS.observed.test(description) && !known.some((claim) => claim.evidence === "observed")) {
    results.push({ message: "the description says Observed, and no claim is" });
  }
  return results;
};

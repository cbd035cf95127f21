const WORDS = { observed: /\bObserved\b/, assumed: /\bAssumed\b/, vendor: /\bvendor's\b/ };

/** What has an x-source other than the page says so in its description too. */
export default (thing) => {
  const word = WORDS[thing["x-source"]?.evidence];
  if (word === undefined || word.test(thing.description ?? "")) {
    return [];
  }
  return [{ message: `x-source says ${thing["x-source"].evidence}, the description does not` }];
};

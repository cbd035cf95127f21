/** No two responses of an operation have an example of the same name. */
export default (responses, _options, context) => {
  const results = [];
  const statusOf = new Map();
  for (const [status, response] of Object.entries(responses)) {
    for (const [type, media] of Object.entries(response.content ?? {})) {
      for (const name of Object.keys(media.examples ?? {})) {
        const other = statusOf.get(name);
        if (other !== undefined) {
          results.push({
            message: `example ${name} stands under ${other} and under ${status}`,
            path: [...context.path, status, "content", type, "examples", name],
          });
        }
        statusOf.set(name, status);
      }
    }
  }
  return results;
};

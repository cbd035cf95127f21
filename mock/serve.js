#!/usr/bin/env node
/*
 * Serves all specs with Prism from one process, in the way `prism mock` serves one of them.
 *
 *   node serve.js [--exit-with-stdin] [--verbose] [name[=port] ...]
 *   node serve.js [--exit-with-stdin] [--verbose] --proxy SPEC URL
 *
 * Without names it serves all mocks of compose.yaml, on the ports given there, such as LINQ_PORT or
 * its default. Port 0 is any free one. It prints `name url` per mock and then `ready`. A proxy listens
 * on any free port and forwards to a URL, as `prism proxy` does. Its header `sl-violations` lists how
 * requests and answers differ from the spec.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { Writable } = require("node:stream");

/** The default ports by name, from compose.yaml, which lists the mocks. */
const DEFAULT_PORTS = Object.fromEntries(
  [...read("compose.yaml").matchAll(/\$\{(\w+)_PORT:-(\d+)\}/g)].map(
    ([, name, port]) => [name.toLowerCase(), Number(port)],
  ),
);
const SPECS = path.join(__dirname, "..", "specs");

function read(file) {
  return fs.readFileSync(path.join(__dirname, file), "utf8");
}

/** An error whose message is enough for the user; no stack trace is printed. */
class Refusal extends Error {}

function parse(args) {
  const options = { mocks: [], exitWithStdin: false, verbose: false };
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === "--exit-with-stdin") {
      options.exitWithStdin = true;
    } else if (arg === "--verbose") {
      options.verbose = true;
    } else if (arg === "--proxy") {
      options.mocks.push(proxy(rest.shift(), rest.shift()));
    } else {
      const [name, port] = arg.split("=", 2);
      options.mocks.push(mock(name, port));
    }
  }
  if (options.mocks.length === 0) {
    options.mocks = Object.keys(DEFAULT_PORTS).map((name) => mock(name));
  }
  return options;
}

function mock(name, givenPort) {
  if (!Object.hasOwn(DEFAULT_PORTS, name)) {
    const known = Object.keys(DEFAULT_PORTS).join(", ");
    throw new Refusal(`there is no mock or option called ${name}; the mocks are ${known}`);
  }
  const variable = `${name.toUpperCase()}_PORT`;
  const text = givenPort ?? (process.env[variable] || String(DEFAULT_PORTS[name]));
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new Refusal(`the port of ${name} must be a number from 0 to 65535, unlike ${text}`);
  }
  return { name, port, variable, spec: path.join(SPECS, `${name}.yaml`) };
}

function proxy(spec, upstream) {
  if (!URL.canParse(upstream)) {
    throw new Refusal("--proxy needs a spec and the URL to forward to");
  }
  return { name: "proxy", port: 0, spec: path.resolve(spec), upstream: new URL(upstream) };
}

/** Does what `prism mock` or `prism proxy` does, without logging and without watching the file. */
async function serve({ name, port, variable, spec, upstream }, verbose) {
  const { createLogger } = require("@stoplight/prism-core");
  const { getHttpOperationsFromSpec } = require("@stoplight/prism-http");
  const { createServer } = require("@stoplight/prism-http-server");

  let operations;
  try {
    operations = await getHttpOperationsFromSpec(spec);
  } catch (e) {
    throw new Refusal(`${shown(spec)} cannot be read: ${firstLine(e)}`);
  }
  if (operations.length === 0) {
    throw new Refusal(`${shown(spec)} has no operations`);
  }
  refuseBrokenSchemas(spec, operations);

  const server = createServer(operations, {
    cors: !upstream,
    config: {
      isProxy: Boolean(upstream),
      upstream,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false, ignoreExamples: false, seed: null },
    },
    components: {
      logger: createLogger("mock", { level: verbose ? "info" : "silent" }, log(name)),
      ...(upstream && { forward: require("./forward.js") }),
    },
  });
  try {
    return await server.listen(port, "127.0.0.1");
  } catch (e) {
    if (String(e).includes("EADDRINUSE")) {
      throw new Refusal(`port ${port} is in use; set ${variable} to another for ${name}`);
    }
    throw new Refusal(`${name} cannot listen on port ${port}: ${firstLine(e)}`);
  }
}

/**
 * If Ajv cannot compile a schema, Prism silently skips the validation. So each schema is compiled
 * here first, by the same Ajv with the same settings.
 */
function refuseBrokenSchemas(spec, operations) {
  const { default: Ajv } = require("ajv");
  const { default: addFormats } = require("ajv-formats");
  const ajv = new Ajv({ strict: false, allowUnionTypes: true, logger: false });
  addFormats(ajv);

  for (const operation of operations) {
    for (const [place, schema] of schemas(operation)) {
      try {
        ajv.compile({ ...schema, __bundled__: operation.__bundled__ });
      } catch (e) {
        const where = `${operation.method.toUpperCase()} ${operation.path}, ${place}`;
        throw new Refusal(`${shown(spec)} has a broken schema (${where}): ${firstLine(e)}`);
      }
    }
  }
}

function* schemas({ request = {}, responses = [] }) {
  for (const kind of ["path", "query", "headers", "cookie"]) {
    yield* schemasOf(request[kind], (it) => `${kind} parameter ${it.name}`);
  }
  yield* schemasOf(request.body?.contents, () => "request body");
  for (const response of responses) {
    yield* schemasOf(response.headers, (it) => `${response.code} header ${it.name}`);
    yield* schemasOf(response.contents, () => `${response.code} body`);
  }
}

function* schemasOf(holders = [], place) {
  for (const holder of holders) {
    if (holder.schema) {
      yield [place(holder), holder.schema];
    }
  }
}

/** Prism logs lines of JSON; this prints the part that a person needs, on stderr. */
function log(name) {
  return new Writable({
    write(line, _, done) {
      const { msg, input } = JSON.parse(line);
      const request = input ? `${input.method.toUpperCase()} ${input.url.path}: ` : "";
      process.stderr.write(`${name}: ${request}${msg}\n`, done);
    },
  });
}

function shown(file) {
  return path.relative(process.cwd(), file);
}

function firstLine(e) {
  return String(e?.message ?? e).split("\n", 1)[0];
}

async function main() {
  const { mocks, exitWithStdin, verbose } = parse(process.argv.slice(2));
  process.on("SIGINT", () => process.exit(0));
  process.on("SIGTERM", () => process.exit(0));
  if (exitWithStdin) {
    // The pipe closes whenever the parent ends, so no server is left behind.
    process.stdin.on("error", () => process.exit(0));
    process.stdin.on("end", () => process.exit(0));
    process.stdin.resume();
  }

  const urls = await Promise.all(mocks.map((it) => serve(it, verbose)));
  mocks.forEach(({ name }, i) => console.log(`${name} ${urls[i]}`));
  console.log("ready");
}

main().catch((e) => {
  console.error(`mock/serve.js: ${e instanceof Refusal ? e.message : e.stack}`);
  process.exit(1);
});

/*
 * Forwards a request for Prism's proxy. Prism's own forwarding would follow redirects with the
 * credential, and would replace a 501 by a mocked answer.
 */
"use strict";

const http = require("node:http");
const https = require("node:https");

/** Headers that apply to one connection and are set again for the next one. */
const OF_CONNECTION = [
  "accept-encoding",
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

/** Has the form of Prism's components: a function of a logger that returns a lazy promise. */
module.exports = ({ data }, upstream) => () => async () => {
  try {
    return { _tag: "Right", right: await answer(data, upstream) };
  } catch (e) {
    return { _tag: "Left", left: e };
  }
};

async function answer({ method, url, headers, body }, upstream) {
  const target = new URL(upstream.replace(/\/$/, "") + url.path);
  for (const [name, values] of Object.entries(url.query ?? {})) {
    [values].flat().forEach((value) => target.searchParams.append(name, value));
  }
  const response = await send(target, { method, headers: forwarded(headers) }, text(body));
  const chunks = await response.toArray();
  return {
    statusCode: response.statusCode,
    // Distinguishes the CRM's answers from Prism's own.
    headers: { ...forwarded(response.headers), "sl-forwarded": "true" },
    body: parsed(Buffer.concat(chunks).toString(), response.headers["content-type"]),
  };
}

function send(target, options, body) {
  const { request } = target.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    request(target, options, resolve).on("error", reject).end(body);
  });
}

function forwarded(headers) {
  const entries = Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function text(body) {
  return body === null || typeof body === "string" ? (body ?? undefined) : JSON.stringify(body);
}

/** Parses JSON, because Prism validates values and serialises them again. */
function parsed(body, type = "") {
  return body !== "" && /[/+]json\b/i.test(type) ? JSON.parse(body) : body || undefined;
}

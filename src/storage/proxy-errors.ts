/** The proxies that the environment names, and the words for what goes wrong with them. */

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Addresses of proxies with their scheme. They may hold credentials: none of it goes into a message
 * but the host.
 */
export interface Proxies {
  readonly http: string | undefined;
  readonly https: string | undefined;
  /** Hosts that are called directly, as NO_PROXY lists them. */
  readonly none: string;
}

/** A variable in lower case, else in upper case, as curl and Node read them. */
function variable(environment: Environment, name: string): string | undefined {
  const values = [environment[name.toLowerCase()], environment[name]];
  return values.map((value) => value?.trim()).find((value) => value !== undefined && value !== '');
}

/** @throws Error for an address that is none */
function proxyUrl(environment: Environment, name: string): string | undefined {
  const value = variable(environment, name);
  if (value === undefined) return undefined;
  const text = value.includes('://') ? value : `http://${value}`;
  const isGood = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  // The value may hold a password, so it is not repeated.
  if (!isGood) throw new Error(`${name} is no address of a proxy: set it to http://host:port`);
  return text;
}

/** @throws Error for an address that is none */
export function proxiesOf(environment: Environment): Proxies | undefined {
  const http = proxyUrl(environment, 'HTTP_PROXY');
  const https = proxyUrl(environment, 'HTTPS_PROXY') ?? http;
  if (http === undefined && https === undefined) return undefined;
  return { http, https, none: variable(environment, 'NO_PROXY') ?? '' };
}

/** An error and what caused it, and the parts of those that have some. */
function* chainOf(error: unknown, depth = 0): Generator<Error> {
  if (!(error instanceof Error) || depth > 8) return;
  yield error;
  yield* chainOf(error.cause, depth + 1);
  if (error instanceof AggregateError) {
    for (const one of error.errors as unknown[]) yield* chainOf(one, depth + 1);
  }
}

/** A failure that is the proxy's, not that of the server behind it. */
export interface ProxyFailure {
  readonly message: string;
  /** Whether it would be the same another time. */
  readonly isFinal: boolean;
}

function refusal(status: number, proxy: string, host: string): ProxyFailure {
  const isFinal = status >= 400 && status <= 499 && status !== 429;
  const advice =
    status === 407
      ? 'it wants credentials: check the user and password in HTTPS_PROXY'
      : isFinal
        ? `let it pass connections to ${host}`
        : 'look into its log';
  return { message: `the proxy ${proxy} answered HTTP ${status}: ${advice}`, isFinal };
}

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * Tells a failure of a proxy from one of the server that was called.
 *
 * @param error that fetch was rejected with
 * @param url that was called
 * @returns undefined when no proxy had part in it
 */
export function proxyFailure(
  error: unknown,
  url: URL | string,
  environment: Environment = process.env,
): ProxyFailure | undefined {
  let called: URL;
  let text: string | undefined;
  try {
    called = new URL(url);
    const proxies = proxiesOf(environment);
    text = called.protocol === 'https:' ? proxies?.https : proxies?.http;
  } catch {
    return undefined;
  }
  if (text === undefined) return undefined;
  const { hostname, host, port, protocol } = new URL(text);
  const number = port === '' ? (PORTS[protocol] ?? '') : port;
  for (const one of chainOf(error)) {
    const [, status] = /Proxy response \((\d{3})\)/.exec(one.message) ?? [];
    if (status !== undefined) return refusal(Number(status), host, called.host);
    const {
      code,
      hostname: asked,
      port: tried,
    } = one as {
      code?: unknown;
      hostname?: unknown;
      port?: unknown;
    };
    const isThere = asked === hostname || (typeof tried === 'number' && String(tried) === number);
    const isNamed = one.message.includes(`${hostname}:${number}`);
    if (typeof code !== 'string' || !(isThere || isNamed) || called.host === host) continue;
    return {
      message: `the proxy ${host} could not be reached (${code}): check HTTPS_PROXY, or list ${called.hostname} in NO_PROXY`,
      isFinal: false,
    };
  }
  return undefined;
}

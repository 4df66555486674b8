/** Who can read the repository: by the event, by GitHub, and by neither. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { repositoryVisibility } from '../../src/github/repository-visibility.ts';
import { Secret } from '../../src/project/secret.ts';
import { startLoopback } from '../fixtures/loopback.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';

const TOKEN = new Secret('t');

describe('repositoryVisibility', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function ask(
    { status = 200, body = '{}' }: { status?: number; body?: string },
    token: string | undefined,
    event?: string,
  ) {
    const asked: string[] = [];
    const server = await startLoopback((request, response) => {
      asked.push(`${request.url ?? ''} ${request.headers.authorization ?? ''}`);
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(body);
    });
    try {
      const eventFile = join(await makeFolder(), 'event.json');
      if (event !== undefined) await writeFile(eventFile, event);
      const environment = {
        GITHUB_API_URL: server.origin,
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_EVENT_PATH: event === undefined ? '' : eventFile,
      };
      return {
        found: await repositoryVisibility(
          environment,
          token === undefined ? undefined : new Secret(token),
        ),
        asked,
      };
    } finally {
      await server.close();
    }
  }

  test.each([
    ['{"repository":{"visibility":"internal","private":true}}', 'internal'],
    ['{"repository":{"visibility":"odd","private":true}}', 'private'],
    ['{"repository":{"private":false}}', 'public'],
  ])('of the event %s', async (event, visibility) => {
    expect(await ask({}, undefined, event)).toEqual({ found: visibility, asked: [] });
    // GitHub has nothing to say against it.
    expect(await ask({}, 'token', event)).toMatchObject({ found: visibility });
  });

  test.each([
    ['private', 'public', 'public'],
    ['private', 'internal', 'internal'],
    ['internal', 'private', 'internal'],
    ['public', 'private', 'public'],
  ])('is the stricter of the event, %s, and of GitHub, %s', async (ofEvent, ofApi, found) => {
    const event = JSON.stringify({ repository: { visibility: ofEvent } });
    const answer = { body: JSON.stringify({ visibility: ofApi }) };
    expect((await ask(answer, 'token', event)).found).toBe(found);
  });

  test.each([
    [{ body: '{"private":false}' }, 'public'],
    [{ body: '{"visibility":"private"}' }, 'private'],
    [{ body: '{}' }, 'unknown'],
    [{ body: 'null' }, 'unknown'],
    [{ body: '<html>' }, 'unknown'],
    [{ status: 404 }, 'unknown'],
    [{ body: '[{"private":true}]' }, 'unknown'],
    [{ status: 302 }, 'unknown'],
    // The run waits for one answer, not for a second try.
    [{ status: 500, body: '{"private":true}' }, 'unknown'],
    [{ status: 429 }, 'unknown'],
  ])('of the answer %j', async (answer, visibility) => {
    for (const event of [undefined, '{}', 'nonsense', '{"repository":null}']) {
      expect(await ask(answer, 't', event)).toEqual({
        found: visibility,
        asked: ['/repos/o/r Bearer t'],
      });
    }
  });

  test('without a token, is not asked for', async () => {
    expect(await ask({}, undefined, '{}')).toEqual({ found: 'unknown', asked: [] });
    expect(await ask({}, undefined)).toEqual({ found: 'private', asked: [] });
    expect(await repositoryVisibility({}, undefined)).toBe('private');
  });

  test('of a GitHub that is out of reach is unknown, or what the event says', async () => {
    const server = await startLoopback(() => undefined);
    await server.close();
    const eventFile = join(await makeFolder(), 'event.json');
    await writeFile(eventFile, '{"repository":{"visibility":"internal"}}');
    for (const GITHUB_API_URL of [server.origin, 'no address']) {
      const environment = { GITHUB_API_URL, GITHUB_REPOSITORY: 'o/r' };
      expect(await repositoryVisibility(environment, TOKEN)).toBe('unknown');
      const withEvent = { ...environment, GITHUB_EVENT_PATH: eventFile };
      expect(await repositoryVisibility(withEvent, TOKEN)).toBe('internal');
    }
  });

  test.each([[''], [undefined]])(
    'is asked of github.com when GITHUB_API_URL is %j',
    async (url) => {
      const fetched = jest
        .spyOn(globalThis, 'fetch')
        .mockResolvedValue(Response.json({ visibility: 'internal' }));
      const environment = { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'o/r' };
      expect(await repositoryVisibility(environment, TOKEN)).toBe('internal');
      expect(fetched.mock.calls.map(([asked]) => asked)).toEqual([
        'https://api.github.com/repos/o/r',
      ]);
    },
  );
});

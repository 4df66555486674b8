import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ARTIFACT_LIMITS, type ArchiveLimits } from '../../src/storage/archive-limits.ts';
import { tellsCaseApart } from '../../src/storage/case-probe.ts';
import { unzip, UnsafeArchiveError } from '../../src/storage/unzip.ts';
import { makeFolder } from '../fixtures/run-bundle.ts';
import { makeZip, type ZipEntry } from '../fixtures/zip.ts';

const LIMITS: ArchiveLimits = {
  entries: 10,
  bytes: 1000,
  folders: 5,
  pathBytes: 400,
  depth: 8,
  fileBytes: (path) => (path === 'P2/small.json' ? 100 : 2000),
};

let folder: string;

beforeEach(async () => {
  folder = await makeFolder();
});

/** Unpacks into `target`, beside the archive. */
async function unpack(zip: Buffer, limits = LIMITS): Promise<void> {
  await writeFile(join(folder, 'archive.zip'), zip);
  await unzip(join(folder, 'archive.zip'), join(folder, 'target'), limits);
}

/** The archive must be refused, with nothing left of it; the message. */
async function refusal(zip: Buffer, limits = LIMITS): Promise<string> {
  const error: unknown = await unpack(zip, limits).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(UnsafeArchiveError);
  expect(await readdir(folder)).toEqual(['archive.zip']);
  return (error as Error).message;
}

const good: ZipEntry = { name: 'good.txt', content: 'good' };
const withGood = (...entries: readonly ZipEntry[]) => makeZip([good, ...entries]);

describe('a good archive', () => {
  test('is unpacked byte by byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    await unpack(
      makeZip([
        { name: 'P2/', mode: 0o040755 },
        { name: 'P2/20260101_030000/project.json', content: '{"a":"é"}\n', isDeflated: true },
        { name: 'P2/20260101_030000/logo.png', content: bytes },
        { name: 'P2/20260101_030000/empty', content: '' },
        { name: 'P2/Größe 表示.json', content: bytes, isDeflated: true, mode: 0 },
      ]),
    );
    const target = join(folder, 'target');
    expect((await readdir(target, { recursive: true })).sort()).toEqual([
      'P2',
      'P2/20260101_030000',
      'P2/20260101_030000/empty',
      'P2/20260101_030000/logo.png',
      'P2/20260101_030000/project.json',
      'P2/Größe 表示.json',
    ]);
    const read = (name: string) => readFile(join(target, 'P2', name));
    expect(await read('20260101_030000/project.json')).toEqual(Buffer.from('{"a":"é"}\n'));
    expect(await read('20260101_030000/logo.png')).toEqual(bytes);
    expect(await read('20260101_030000/empty')).toEqual(Buffer.alloc(0));
    expect(await read('Größe 表示.json')).toEqual(bytes);
  });

  test('may be empty', async () => {
    await unpack(makeZip([]));
    expect(await readdir(join(folder, 'target'))).toEqual([]);
  });

  test('may have as many entries and bytes as is allowed', async () => {
    const entries = Array.from({ length: 10 }, (_, index) => ({
      name: String(index),
      content: 'x'.repeat(100),
      isDeflated: true,
    }));
    await unpack(makeZip(entries));
    expect(await readdir(join(folder, 'target'))).toHaveLength(10);
  });
});

describe('a name that is not safe is refused', () => {
  test.each([
    ['absolute', '/etc/passwd'],
    ['above', '../evil'],
    ['above, further down', 'a/../../evil'],
    ['in place', 'a/./b'],
    ['a folder above', '../'],
    ['with a backslash', '..\\evil'],
    ['with a backslash further down', 'a\\b'],
    ['with a drive letter', 'C:/evil'],
    ['with a drive letter alone', 'C:evil'],
    ['with a stream', 'a.txt:stream'],
    ['with NUL', 'a\0b'],
    ['with a line break', 'a\nb'],
    ['of a device', 'nul'],
    ['of a device with an ending', 'a/COM1.txt'],
    ['with a dot at its end', 'a.'],
    ['with a space at its end', 'a /b'],
    ['without a part', 'a//b'],
    ['too long', 'x'.repeat(256)],
    ['empty', ''],
    ['a folder alone', '/'],
  ])('%s', async (_, name) => {
    expect(await refusal(withGood({ name, content: 'evil' }))).toMatch(
      /not a safe path|it is no good zip file/,
    );
  });
});

describe('what is no regular file is refused', () => {
  test.each([
    ['link', 0o120777],
    ['device', 0o060644],
    ['character device', 0o020644],
    ['pipe', 0o010644],
    ['socket', 0o140644],
  ])('%s', async (_, mode) => {
    expect(await refusal(withGood({ name: 'evil', content: '/etc/passwd', mode }))).toBe(
      '"evil" is a link or another special file',
    );
    expect(await refusal(withGood({ name: 'evil/', mode }))).toBe(
      '"evil" is a link or another special file',
    );
  });

  test('encrypted, or packed in another way', async () => {
    const message = '"evil" is encrypted or packed in an odd way';
    expect(
      await refusal(withGood({ name: 'evil', content: 'x', isDeflated: true, flags: 1 })),
    ).toBe(message);
    expect(await refusal(withGood({ name: 'evil', content: 'x', method: 12 }))).toBe(message);
  });
});

describe('two names of one place are refused', () => {
  test.each([
    ['the same', 'a/b', 'a/b'],
    ['a file, then a folder', 'a', 'a/b'],
    ['a folder, then a file', 'a/b', 'a'],
  ])('%s', async (_, one, other) => {
    const zip = makeZip([
      { name: one, content: '1' },
      { name: other, content: '2' },
    ]);
    expect(await refusal(zip)).toMatch(/are one place$/);
  });
});

describe('look-alikes are files of their own, or refused where the disk takes them for one', () => {
  test.each([
    ['of another case', 'a/b', 'a/B'],
    ['in folders of another case', 'a/b', 'A/c'],
    ['in another Unicode form', 'caf\u00e9', 'cafe\u0301'],
    ['a file, and a folder of another case', 'a', 'A/b'],
  ])('%s', async (_, one, other) => {
    const zip = makeZip([
      { name: one, content: '1' },
      { name: other, content: '2' },
    ]);
    if (!(await tellsCaseApart(folder))) {
      expect(await refusal(zip)).toMatch(/are one place on this disk$/);
      return;
    }
    await unpack(zip);
    expect(await readFile(join(folder, 'target', one), 'utf8')).toBe('1');
    expect(await readFile(join(folder, 'target', other), 'utf8')).toBe('2');
  });
});

describe('what is too large is refused', () => {
  test('a path of too many names, and one of too many bytes', async () => {
    expect(await refusal(withGood({ name: 'a/b/c/d/e/f/g/h/i', content: '' }))).toContain(
      'more than 8 names within each other',
    );
    expect(await refusal(withGood({ name: 'a/b/c/d/e/f/g/h/i/' }))).toContain('more than 8 names');
    const name = `${'\u00e9'.repeat(100)}/${'\u00e9'.repeat(100)}`;
    expect(await refusal(withGood({ name, content: '' }))).toContain('longer than 400 bytes');
  });

  test('names of 60 kB and thousands of levels, at once and in few words', async () => {
    const entries = Array.from({ length: 10 }, (_, n) => ({
      name: `${n}/${'x/'.repeat(30_000)}y`,
    }));
    const message = await refusal(makeZip(entries), ARTIFACT_LIMITS);
    expect(message).toContain('is not a safe path');
    expect(message.length).toBeLessThan(400);
  });

  test('not a path of as many names as may be', async () => {
    const entry = { name: 'a/b/c/d/e/f/g/h', content: '' };
    await unpack(withGood(entry), { ...LIMITS, folders: 7 });
    expect(await readdir(join(folder, 'target/a/b/c/d/e/f/g'))).toEqual(['h']);
  });

  test('too many folders', async () => {
    expect(await refusal(makeZip([{ name: 'a/b/c/d/e/f/g', content: '' }]))).toBe(
      'it has more than 5 folders',
    );
  });

  test('a file that is larger than files of its name may be, also when it lies about it', async () => {
    const entry = { name: 'P2/small.json', isDeflated: true };
    expect(await refusal(makeZip([{ ...entry, content: 'x'.repeat(101) }]))).toBe(
      '"P2/small.json" is larger than 100 bytes',
    );
    expect(
      await refusal(makeZip([{ ...entry, content: Buffer.alloc(5_000_000), size: 50 }])),
    ).toMatch(/is larger than 100 bytes|too many bytes/);
  });

  test('too many entries, folders among them', async () => {
    const entries = Array.from({ length: 11 }, (_, index) => ({ name: `${index}/` }));
    expect(await refusal(makeZip(entries))).toBe('it has more than 10 entries');
  });

  test('one byte too many, in one file or in all', async () => {
    const message = 'it is larger than 1000 bytes when it is unpacked';
    const half = 'x'.repeat(500);
    expect(await refusal(makeZip([{ name: 'a', content: `${half}${half}x` }]))).toBe(message);
    expect(
      await refusal(
        makeZip([
          { name: 'a', content: half, isDeflated: true },
          { name: 'b', content: `${half}x`, isDeflated: true },
        ]),
      ),
    ).toBe(message);
  });

  test.each([0, 10, 999])('a bomb that says that it has %d bytes', async (size) => {
    const content = Buffer.alloc(10_000_000);
    expect(await refusal(makeZip([{ name: 'a', content, isDeflated: true, size }]))).toMatch(
      /it is larger|too many bytes/,
    );
  });
});

describe('what is damaged is refused', () => {
  test('a file that is another than its CRC-32 says', async () => {
    for (const isDeflated of [false, true]) {
      expect(await refusal(withGood({ name: 'a', content: 'x', crc: 1, isDeflated }))).toBe(
        '"a" was damaged: its CRC-32 is another one',
      );
    }
  });

  test('a file that is shorter than it says', async () => {
    const zip = withGood({ name: 'a', content: 'x', isDeflated: true, size: 500 });
    expect(await refusal(zip)).toMatch(/not enough bytes/);
  });

  test('an archive that ends early, wherever', async () => {
    const zip = withGood({ name: 'a', content: 'content', isDeflated: true });
    for (let length = 0; length < zip.length; length++) {
      expect(await refusal(zip.subarray(0, length))).toMatch(/^it is no good zip file: /);
    }
  });

  test('no zip', async () => {
    expect(await refusal(Buffer.from('<html>Not found</html>'))).toMatch(/no good zip file/);
    expect(await refusal(Buffer.alloc(1000))).toMatch(/no good zip file/);
  });

  test('a flipped bit in the content', async () => {
    const zip = makeZip([
      { name: 'a', content: 'a longer content, a longer content', isDeflated: true },
    ]);
    const start = 30 + 1;
    for (let at = start; at < start + 20; at++) {
      const flipped = Buffer.from(zip);
      flipped[at] = (flipped[at] as number) ^ 4;
      await refusal(flipped);
    }
  });
});

test('errors of the disk are told as they are', async () => {
  await expect(unzip(join(folder, 'nothing.zip'), join(folder, 'target'), LIMITS)).rejects.toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
  expect(await readdir(folder)).toEqual([]);
  await mkdir(join(folder, 'target'));
  await writeFile(join(folder, 'target', 'good.txt'), 'somebody else has it');
  await expect(unpack(makeZip([good]))).rejects.toMatchObject({ code: 'EEXIST' });
});

describe('names that look alike are unpacked where the disk tells them apart, as snapshots hold such', () => {
  test.each([
    ['of another case', 'a/b', 'a/B'],
    ['in folders of another case', 'a/b', 'A/c'],
    ['in another Unicode form', 'caf\u00e9', 'cafe\u0301'],
    ['a file, then a folder of another case', 'a', 'A/b'],
  ])('%s', async (_, one, other) => {
    const zip = makeZip([
      { name: one, content: '1' },
      { name: other, content: '2' },
    ]);
    if (await tellsCaseApart(folder)) {
      await unpack(zip);
      const read = (name: string) => readFile(join(folder, 'target', name), 'utf8');
      expect([await read(one), await read(other)]).toEqual(['1', '2']);
    } else {
      expect(await refusal(zip)).toMatch(/are one place$/);
    }
  });
});

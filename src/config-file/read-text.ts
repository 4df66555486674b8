/** The bytes of a config file, and whether they are text. */
import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { readHashed, type ReadFile } from '../storage/durable-files.ts';
import { errorCode, explainIoError } from '../storage/io-errors.ts';
import { explainMissing, findConfigFiles } from './likely-files.ts';
import { ConfigFileError } from './problems.ts';

export const EMPTY_FILE = 'the file is empty: check config-path';

const LINE_BREAK = 0x0a;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const WHITE_SPACE = Buffer.from(' \t\r\n');

/** The first line, from 1, that is not UTF-8. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const next = bytes.indexOf(LINE_BREAK, start);
    const end = next === -1 ? bytes.length : next;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}

/**
 * Reads the config file.
 *
 * @param path absolute
 * @param file the path as users know it, for the error
 * @param workspace absolute; searched for other config files when there is none at the path
 * @throws Error when there is no such file, or it cannot be read
 */
export async function readConfigFile(
  path: string,
  file: string,
  workspace: string,
): Promise<ReadFile> {
  const attempt = `could not read the config file ${file}`;
  try {
    const stats = await stat(path);
    if (stats.isFile()) return await readHashed(path);
    if (!stats.isDirectory()) {
      throw new Error(
        `${attempt}: it is not a regular file: set config-path to a YAML or JSON file`,
      );
    }
    const [inside] = await findConfigFiles(path, [path], workspace);
    const advice =
      inside === undefined
        ? 'to a YAML or JSON file'
        : `to ${inside}, which is in it, or to another file`;
    throw new Error(`${attempt}: it is a folder: set config-path ${advice}`);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      throw new Error(`${attempt}: ${await explainMissing(path, workspace)}`, { cause: error });
    }
    throw explainIoError(error, attempt);
  }
}

/**
 * Makes sure that bytes are UTF-8 text.
 *
 * @returns the bytes without a byte order mark
 * @throws ConfigFileError
 */
export function requireText(bytes: Buffer, file: string): Buffer {
  const fail = (message: string, line?: number): never => {
    throw new ConfigFileError(file, [{ message, ...(line !== undefined && { line, column: 1 }) }]);
  };
  if (!isUtf8(bytes)) {
    fail('the file is not UTF-8 text: save it as UTF-8', firstBadLine(bytes));
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const line = bytes.toString('latin1', 0, nul).split('\n').length;
    fail('the file holds a NUL character: it is not a text file, or was damaged', line);
  }
  const text = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
  if (text.every((byte) => WHITE_SPACE.includes(byte))) fail(EMPTY_FILE);
  return text;
}

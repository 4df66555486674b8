/** Whether two paths are one place on some disk. */

/** Two paths that are one place, here or on another disk. */
export interface PathClash {
  /** `look-alike`: they differ only in case or Unicode form, which not every disk tells apart. */
  readonly kind: 'same' | 'file-and-folder' | 'look-alike';
  readonly path: string;
  readonly other: string;
}

/**
 * Paths of files with forward slashes, and the folders above them, of which no two should be one
 * place.
 */
export class PathNames {
  /** By the form that look-alikes share: each path, and whether it is a file. */
  readonly #names = new Map<string, Map<string, boolean>>();

  /** Adds a file. @returns what it clashes with, itself or a folder above it: each pair once */
  addFile(path: string): PathClash[] {
    const clashes: PathClash[] = [];
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      clashes.push(...this.#add(path.slice(0, end), false));
    }
    return [...clashes, ...this.#add(path, true)];
  }

  #add(path: string, isFile: boolean): PathClash[] {
    const form = formOf(path);
    const alike = this.#names.get(form) ?? new Map<string, boolean>();
    this.#names.set(form, alike);
    const known = alike.get(path);
    if (known === undefined) {
      const [other] = alike.keys();
      alike.set(path, isFile);
      return other === undefined ? [] : [{ kind: 'look-alike', path, other }];
    }
    if (known !== isFile) return [{ kind: 'file-and-folder', path, other: path }];
    return isFile ? [{ kind: 'same', path, other: path }] : [];
  }
}

/**
 * The form that paths share which are one place on a disk that tells neither case nor Unicode forms
 * apart.
 */
function formOf(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/**
 * Paths of files that have no place of their own on a disk which does not tell case or Unicode
 * forms apart: they, or a folder above them, are spelt otherwise than one that stands before them.
 *
 * @param paths in the order in which they take their places
 * @returns each such path with the one that has its place
 */
export function pathsWithoutPlace(paths: Iterable<string>): Map<string, string> {
  const spelt = new Map<string, string>();
  const without = new Map<string, string>();
  for (const path of paths) {
    const parts = path.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
    const taken = parts.find((part) => (spelt.get(formOf(part)) ?? part) !== part);
    if (taken !== undefined) without.set(path, spelt.get(formOf(taken)) as string);
    else for (const part of parts) spelt.set(formOf(part), part);
  }
  return without;
}

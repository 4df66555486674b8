/** Two paths that are one place, here or on another disk. */
export interface PathClash {
  /** `look-alike`: they differ only in case or Unicode form, which not every disk tells apart. */
  readonly kind: 'same' | 'file-and-folder' | 'look-alike';
  readonly path: string;
  readonly other: string;
}

/** Paths of files with forward slashes, and the folders above them, of which no two should be one place. */
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
    const form = path.normalize('NFC').toLowerCase();
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

/** Paths as users know them. */
import { isAbsolute, relative, sep } from 'node:path';

/**
 * A path as users know it: relative to the workspace where it lies inside, with forward slashes.
 */
export function displayPath(path: string, workspace: string): string {
  const inside = relative(workspace, path);
  if (inside === '') return '.';
  const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  const shown = isOutside ? path : inside;
  return shown.split(sep).join('/');
}

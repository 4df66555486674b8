/** The list of source files in docs/files.md, made of the comments that they begin with. */

/**
 * The first sentence of the comment that a file begins with.
 *
 * @returns undefined when it begins with something else
 */
export function firstComment(source: string): string | undefined {
  const [, block, lines] = /^(?:\/\*\*?([^]*?)\*\/|((?:\/\/.*\r?\n)+))/.exec(source) ?? [];
  const text = (block ?? lines)?.replace(/^\s*(?:\*|\/\/)?\s?/gm, '').trim();
  if (text === undefined || text === '') return undefined;
  const [paragraph = ''] = text.split(/(?:\r?\n){2}/);
  const [sentence = ''] = paragraph.replace(/\s+/g, ' ').split(/(?<=\.) /);
  return sentence.replace(/\.$/, '');
}

/**
 * The page with all files by their folders.
 *
 * @param sources the text of each file by its path, with forward slashes
 * @throws Error that names the files without a first comment
 */
export function renderFileList(sources: ReadonlyMap<string, string>): string {
  const silent: string[] = [];
  const folders = new Map<string, string[]>();
  for (const path of [...sources.keys()].sort()) {
    const comment = firstComment(sources.get(path) ?? '');
    if (comment === undefined) silent.push(path);
    const slash = path.lastIndexOf('/') + 1;
    const lines = folders.get(path.slice(0, slash)) ?? [];
    lines.push(`- \`${path.slice(slash)}\`: ${comment ?? ''}`);
    folders.set(path.slice(0, slash), lines);
  }
  if (silent.length > 0) {
    throw new Error(
      `these files do not begin with a comment that says what they hold: ${silent.join(', ')}`,
    );
  }
  const parts = [...folders].map(([folder, lines]) => `## ${folder}\n\n${lines.join('\n')}\n`);
  return [
    '# Source files',
    '',
    'What each file holds, by the comment that it begins with. `npm run docs` writes this page.',
    '',
    parts.join('\n'),
  ].join('\n');
}

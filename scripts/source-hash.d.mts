/** Types of source-hash.mjs, which is no TypeScript so that the build runs on any Node. */
export const SOURCE_HASH_FILE: string;
export function sourceHash(root: string): string;
export function writeSourceHash(root: string): void;
export function checkSourceHash(root: string): void;

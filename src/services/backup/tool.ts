/** What writes the backups; a test holds the version to package.json. */
export const TOOL = { name: 'descope-backup', version: '1.0.0' } as const;

/** The backup of this run, as the parts of its story hand it on. */
import type { ProvenBackup, Verification } from '../services/index.ts';

/** The new backup: it was read back from disk, and verified. */
export interface NewBackup extends ProvenBackup {
  readonly verification: Verification & { readonly verified: true };
}

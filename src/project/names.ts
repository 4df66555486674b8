/**
 * What projects and environments may be called: their names become folders, lines and artifacts.
 */
import { unsafeNameReason } from '../storage/safe-names.ts';

/** An environment's name, as a pattern. */
export const ENVIRONMENT_NAME = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}';

/** A project id, which may still be a name that some system reserves. */
export const PROJECT_ID = /^[A-Za-z0-9_-]{1,64}$/;
const WHOLE_ENVIRONMENT_NAME = new RegExp(`^${ENVIRONMENT_NAME}$`);

/** Whether a text has the form of a project id, and can be a folder on any system. */
export function isProjectId(text: string): boolean {
  return PROJECT_ID.test(text) && unsafeNameReason(text) === undefined;
}

export function isEnvironmentName(text: string): boolean {
  return WHOLE_ENVIRONMENT_NAME.test(text);
}

import { OF_APPLICATIONS } from './widenings-applications.ts';
import { OF_SIGN_IN } from './widenings-sign-in.ts';
import { OF_TENANTS } from './widenings-tenants.ts';
import type { Widening } from './widening.ts';

/** One or more for each rule. */
export const WIDENINGS: readonly Widening[] = [...OF_TENANTS, ...OF_SIGN_IN, ...OF_APPLICATIONS];

/**
 * Reasons why something is free form that more than one place has; docs/coverage.md repeats them.
 */
export const SCRIPTS =
  'content of your own making, whose keys are names of steps, fields and variables';
export const DESIGN = 'keys are names of colours, fonts and parts of a page';
export const ATTRIBUTES = 'attributes of your own';

// The least that an action can cost: a process that loads @actions/core.
import '@actions/core';

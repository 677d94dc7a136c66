import * as migration_20261123_203613 from './20261123_203613';

export const migrations = [
  {
    up: migration_20261123_203613.up,
    down: migration_20261123_203613.down,
    name: '20261123_203613'
  },
];
